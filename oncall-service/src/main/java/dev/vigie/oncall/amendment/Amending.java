package dev.vigie.oncall.amendment;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Set;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.document.DocumentChanged;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * Changes who is on call without a new version of the schedule.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Amending {

	/**
	 * The kind of the document that is amended.
	 */
	public static final String SCHEDULE = "Schedule";

	private final Editing editing;

	private final OnCall onCall;

	private final PersonDirectory people;

	private final InstantSource clock;

	private final ApplicationEventPublisher events;

	Amending(Editing editing, OnCall onCall, PersonDirectory people, InstantSource clock,
			ApplicationEventPublisher events) {
		this.editing = editing;
		this.onCall = onCall;
		this.people = people;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Waits for the turn: what is read from now on still holds at the commit.
	 * @return now, as exact as the database keeps it
	 */
	public Instant begin() {
		this.editing.takeTurn();
		return now();
	}

	/**
	 * Now, as exact as the database keeps it.
	 */
	public Instant now() {
		return exact(this.clock.instant());
	}

	/**
	 * The same for one schedule, which must be there.
	 */
	public Instant begin(String schedule) {
		Instant now = begin();
		this.onCall.check(schedule);
		return now;
	}

	/**
	 * An instant as exact as the database keeps it.
	 */
	public static Instant exact(Instant instant) {
		return instant.truncatedTo(ChronoUnit.MICROS);
	}

	/**
	 * The part of a span that is to come.
	 * @throws Invalid when there is none
	 */
	public static Span toCome(Span span, Instant now, String endField) {
		Instant start = span.start().isBefore(now) ? now : span.start();
		return Span.between(start, span.end())
			.orElseThrow(() -> new Invalid(endField, "must be to come; what is past stays as it was"));
	}

	/**
	 * Refuses a person who cannot be on call in the span.
	 */
	public void checkPresent(String field, String person, Span span) {
		checkKnown(field, person);
		Instant left = this.people.left().get(person);
		if (left != null && left.isBefore(span.end())) {
			throw new Invalid(field, "Person %s is there no longer than %s".formatted(person, left));
		}
	}

	/**
	 * Refuses a person nobody knows.
	 */
	public void checkKnown(String field, String person) {
		if (!this.people.named(Set.of(person)).containsKey(person)) {
			throw new Invalid(field, "there is no Person " + person);
		}
	}

	/**
	 * Refuses a schedule nobody knows.
	 */
	public void checkSchedule(String field, String schedule) {
		if (!this.onCall.knows(schedule)) {
			throw new Invalid(field, "there is no Schedule " + schedule);
		}
	}

	/**
	 * Why a person cannot be deleted: what was so must not change.
	 */
	public static Conflict needed(String person, String where) {
		return new Conflict("in-use",
				"Person %s stands in %s, which stay as they are; let them leave instead".formatted(person, where));
	}

	/**
	 * Tells whoever keeps a copy that others are on call now or will be.
	 */
	public void changed(String schedule) {
		this.events.publishEvent(new DocumentChanged(SCHEDULE, schedule, "updated"));
	}

}
