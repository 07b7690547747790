package dev.vigie.escalation.erasure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

import dev.vigie.escalation.erasure.ErasureTable.Pending;
import dev.vigie.escalation.roster.PersonErased;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.shared.feed.Feed;

/**
 * Writes pseudonyms, in passes: at once, an hour later what was locked or on its way
 * then, and a week later for the last time. Then the name is forgotten.
 */
@Component
class Erasing {

	/**
	 * What this program's own feed says when a pass is done.
	 */
	static final String ERASED = "dev.vigie.person.erased";

	private static final Logger log = LoggerFactory.getLogger(Erasing.class);

	private static final List<Duration> AGAIN = List.of(Duration.ofHours(1), Duration.ofDays(7));

	private static final Duration LEASE = Duration.ofMinutes(10);

	private final ErasureTable erasures;

	private final Traces traces;

	private final Whereabouts whereabouts;

	private final Roster roster;

	private final Feed feed;

	private final TransactionOperations transactions;

	private final InstantSource clock;

	Erasing(ErasureTable erasures, Traces traces, Whereabouts whereabouts, Roster roster, Feed feed,
			TransactionOperations transactions, InstantSource clock) {
		this.erasures = erasures;
		this.traces = traces;
		this.whereabouts = whereabouts;
		this.roster = roster;
		this.feed = feed;
		this.transactions = transactions;
		this.clock = clock;
	}

	@EventListener
	void note(PersonErased erased) {
		this.erasures.add(erased.person(), erased.pseudonym(), this.clock.instant());
	}

	/**
	 * Does what is due. Must not be called inside a transaction.
	 * @return whether there was anything to do
	 */
	boolean run() {
		Instant now = this.clock.instant();
		Optional<Pending> due = this.erasures.claim(now, now.plus(LEASE));
		due.ifPresent(this::pass);
		return due.isPresent();
	}

	private void pass(Pending pending) {
		RosterView before = this.roster.stored();
		RosterView now = this.roster.refresh();
		if (pending.passes() > 0 && now.person(pending.person()).isPresent()) {
			// Somebody is called so again: what names them now is not the erased one's.
			this.erasures.forget(pending);
			log.info("No further pass for {}: there is somebody of that name again", pending.pseudonym());
			return;
		}
		boolean last = pending.passes() >= AGAIN.size();
		Set<String> known = this.whereabouts.of(Set.of(pending.person(), pending.pseudonym()), before);
		Pseudonym to = new Pseudonym(pending.person(), pending.pseudonym(), known);
		int renamed = this.traces.columns().stream().mapToInt((column) -> this.traces.rename(column, to, last)).sum();
		int emptied = this.whereabouts.empty(to);
		this.transactions.executeWithoutResult((_) -> finish(pending, last));
		log.info("{} stands in {} places now, {} addresses are emptied", pending.pseudonym(), renamed, emptied);
	}

	private void finish(Pending pending, boolean last) {
		if (last) {
			this.erasures.forget(pending);
			return;
		}
		this.erasures.passed(pending, this.clock.instant().plus(AGAIN.get(pending.passes())));
		this.feed.append(ERASED, "Person/" + pending.pseudonym(), new Told(pending.person(), pending.pseudonym()));
	}

	/**
	 * The data of the event.
	 */
	record Told(String person, String pseudonym) {
	}

}
