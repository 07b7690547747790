package dev.vigie.oncall.absence;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.absence.AbsenceViews.AbsenceEvent;
import dev.vigie.oncall.absence.Clash.Proposal;
import dev.vigie.oncall.amendment.Actor;
import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.feed.Feed;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * People say that they are away.
 */
@Component
@Transactional
class Declaring {

	private static final Logger log = LoggerFactory.getLogger(Declaring.class);

	private final AbsenceTable table;

	private final Absences absences;

	private final Covering covering;

	private final Amending amending;

	private final Feed feed;

	Declaring(AbsenceTable table, Absences absences, Covering covering, Amending amending, Feed feed) {
		this.table = table;
		this.absences = absences;
		this.covering = covering;
		this.amending = amending;
		this.feed = feed;
	}

	/**
	 * Writes an absence down and tells what it hits. Said again under the same id it is
	 * harmless.
	 */
	Declared declare(Absence absence) {
		Instant now = this.amending.now();
		this.amending.checkKnown("person", absence.person());
		if (!this.table.insert(absence, now)) {
			if (!this.absences.find(absence.id()).equals(absence)) {
				throw new Conflict("absence-id", "Absence %s says something else".formatted(absence.id()));
			}
			return new Declared(absence, this.covering.proposals(absence, now), false);
		}
		List<Proposal> proposals = this.covering.proposals(absence, now);
		this.feed.append("dev.vigie.absence.declared", "Absence/" + absence.id(), AbsenceEvent.of(absence, proposals));
		log.info("Absence {} of {} hits {} shifts", absence.id(), absence.person(), proposals.size());
		return new Declared(absence, proposals, true);
	}

	/**
	 * The absences that meet a span, in order.
	 * @param person only theirs, null for all
	 */
	@Transactional(readOnly = true)
	List<Absence> list(@Nullable String person, Span span) {
		if (person != null) {
			this.amending.checkKnown("person", person);
		}
		return this.absences.meeting(span)
			.stream()
			.filter((absence) -> person == null || absence.person().equals(person))
			.toList();
	}

	/**
	 * Takes an absence back.
	 */
	void delete(UUID id, Actor actor) {
		Absence absence = this.absences.find(id);
		if (absence.author() == null) {
			throw new Invalid("id", "is of the calendar %s: take it back there".formatted(absence.source()));
		}
		actor.check(absence.person(), absence.author());
		this.table.delete(id);
		this.feed.append("dev.vigie.absence.withdrawn", "Absence/" + id, AbsenceEvent.of(absence, List.of()));
		log.info("Absence {} of {} taken back by {}", id, absence.person(), actor.name());
	}

	/**
	 * An absence and what it hits.
	 *
	 * @param isNew whether it was written down just now
	 */
	record Declared(Absence absence, List<Proposal> proposals, boolean isNew) {
	}

}
