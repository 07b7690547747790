package dev.vigie.escalation.handoff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.roster.Rota;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.shared.access.Caller;
import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.problem.NotFound;

/**
 * What becomes of shift changes.
 */
@Component
@Transactional
class HandOffs {

	private static final Logger log = LoggerFactory.getLogger(HandOffs.class);

	private static final Duration A_DAY = Duration.ofDays(1);

	private final HandOffTable table;

	private final SummaryReading summaries;

	private final Letters letters;

	private final InstantSource clock;

	HandOffs(HandOffTable table, SummaryReading summaries, Letters letters, InstantSource clock) {
		this.table = table;
		this.summaries = summaries;
		this.letters = letters;
		this.clock = clock;
	}

	/**
	 * Keeps a change and tells those whom it concerns, once however many find it.
	 */
	void record(ShiftChange change, Rota rota, RosterView roster) {
		Instant now = this.clock.instant();
		HandOff handOff = HandOff.of(change, rota, since(change), now);
		if (!this.table.insert(handOff)) {
			return;
		}
		log.info("Hand-off {} of {} as {} from {} to {} at {}{}", handOff.id(), change.schedule(), change.role(),
				change.outgoing(), change.incoming(), change.at(),
				handOff.announced() ? "" : ", found too late to be announced");
		if (handOff.announced()) {
			this.table.endBefore(handOff);
			Summary summary = this.summaries.read(handOff, now, rosterOf(roster));
			this.table.summarise(handOff.id(), summary);
			announce(handOff.with(summary), roster);
		}
	}

	private void announce(HandOff handOff, RosterView roster) {
		for (String person : handOff.change().incoming()) {
			if (!this.letters.send(handOff, LetterKind.INCOMING, person, roster)) {
				log.error("Nobody can be told that {} is on call for {}: set vigie.paging.fallback-email", person,
						handOff.change().schedule());
			}
		}
		for (String person : handOff.change().outgoing()) {
			if (!this.letters.send(handOff, LetterKind.OUTGOING, person, roster)) {
				log.warn("{} has no mailbox to be told that they are no longer on call for {}", person,
						handOff.change().schedule());
			}
		}
	}

	/**
	 * Tells those who went and the last resort that nobody has taken over, once.
	 */
	void tellUntaken(UUID id, RosterView roster) {
		this.table.becomeOverdue(id, this.clock.instant()).ifPresent((handOff) -> {
			log.warn("Nobody has taken over {} as {} from {}: {} was to", handOff.change().schedule(),
					handOff.change().role(), handOff.change().outgoing(), handOff.change().incoming());
			handOff.change()
				.outgoing()
				.forEach((person) -> this.letters.send(handOff, LetterKind.UNTAKEN, person, roster));
			if (!this.letters.send(handOff, LetterKind.UNTAKEN, Mailboxes.LAST_RESORT, roster)) {
				log.error("Nobody can be told that {} is not taken over: set vigie.paging.fallback-email",
						handOff.change().schedule());
			}
		});
	}

	/**
	 * Says that the caller has taken over. Doing so again changes nothing.
	 */
	HandOff takeOver(UUID id, Caller caller) {
		Instant now = this.clock.instant();
		HandOff handOff = this.table.lock(id).orElseThrow(() -> new NotFound("There is no hand-off " + id));
		if (!handOff.isFor(caller)) {
			throw Denied.forbidden("This is for %s to take over".formatted(handOff.change().incoming()));
		}
		handOff.checkOpen(now);
		if (handOff.taken() == null) {
			this.table.take(id, new HandOff.Taken(caller.name(), now));
			log.info("{} took over {} as {} at hand-off {}", caller.name(), handOff.change().schedule(),
					handOff.change().role(), id);
		}
		return this.table.find(id).orElseThrow();
	}

	private Instant since(ShiftChange change) {
		return (change.since() != null) ? change.since()
				: this.table.lastBefore(change).orElseGet(() -> change.at().minus(A_DAY));
	}

	private static @Nullable Instant rosterOf(RosterView roster) {
		return roster.fresh() ? null : roster.takenAt().orElse(null);
	}

}
