package dev.vigie.oncall.temporary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.amendment.Amending;
import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.temporary.TemporarySchedule.Draft;
import dev.vigie.shared.document.DocumentChanged;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;

/**
 * People plan a span by hand.
 */
@Component
@Transactional
class TemporaryPlanning {

	private static final Logger log = LoggerFactory.getLogger(TemporaryPlanning.class);

	private final TemporaryTable temporaries;

	private final Amending amending;

	private final OnCall onCall;

	TemporaryPlanning(TemporaryTable temporaries, Amending amending, OnCall onCall) {
		this.temporaries = temporaries;
		this.amending = amending;
		this.onCall = onCall;
	}

	/**
	 * Makes it, or has one that is there say something else from now on.
	 */
	Planned put(UUID id, Draft draft, String by) {
		Instant now = this.amending.begin(draft.schedule());
		Optional<TemporarySchedule> known = this.temporaries.find(id);
		if (known.isPresent() && !known.get().schedule().equals(draft.schedule())) {
			throw missing(draft.schedule(), id);
		}
		TemporarySchedule next = known.map((before) -> before.edited(draft, by, now))
			.orElseGet(() -> TemporarySchedule.of(id, draft, by, now));
		check(draft, now);
		this.temporaries.save(next);
		if (known.isEmpty() || !known.get().amendment().equals(next.amendment())) {
			this.amending.changed(next.schedule());
			log.info("Temporary schedule {} of {} from {} to {}, by {}", id, next.schedule(), next.start(), next.end(),
					by);
		}
		return new Planned(next, known.isEmpty());
	}

	private void check(Draft draft, Instant now) {
		for (int i = 0; i < draft.shifts().size(); i++) {
			FixedShift shift = draft.shifts().get(i);
			String path = "shifts[" + i + "].";
			if (shift.span().start().isBefore(draft.span().start()) || shift.span().end().isAfter(draft.span().end())) {
				throw new Invalid(path + "start", "must lie within the temporary schedule");
			}
			if (shift.span().end().isAfter(now)) {
				this.amending.checkPresent(path + "person", shift.person(), shift.span());
			}
		}
	}

	/**
	 * Takes it back: from now on it counts no more.
	 */
	void end(String schedule, UUID id, String by) {
		Instant now = this.amending.begin(schedule);
		TemporarySchedule temporary = find(schedule, id);
		if (!temporary.isOver(now)) {
			this.temporaries.save(temporary.ended(by, now));
			this.amending.changed(schedule);
			log.info("Temporary schedule {} of {} taken back by {}", id, schedule, by);
		}
	}

	@EventListener
	void onDeletion(DocumentChanged change) {
		if (!change.action().equals("deleted")) {
			return;
		}
		if (change.kind().equals(Amending.SCHEDULE)) {
			// One that is made again under the name begins without them.
			Instant now = this.amending.begin();
			this.temporaries.open(change.name(), now)
				.forEach((temporary) -> this.temporaries.save(temporary.ended(temporary.editor(), now)));
		}
		if (change.kind().equals(PersonDirectory.KIND) && this.temporaries.mention(change.name())) {
			throw Amending.needed(change.name(), "temporary schedules");
		}
	}

	@Transactional(readOnly = true)
	TemporarySchedule find(String schedule, UUID id) {
		return this.temporaries.find(id)
			.filter((temporary) -> temporary.schedule().equals(schedule))
			.orElseThrow(() -> missing(schedule, id));
	}

	@Transactional(readOnly = true)
	List<TemporarySchedule> list(String schedule, Span span) {
		this.onCall.check(schedule);
		return this.temporaries.meeting(schedule, span);
	}

	private static NotFound missing(String schedule, UUID id) {
		return new NotFound("There is no temporary schedule %s of Schedule %s".formatted(id, schedule));
	}

	/**
	 * A temporary schedule.
	 *
	 * @param isNew whether it was made just now
	 */
	record Planned(TemporarySchedule temporary, boolean isNew) {
	}

}
