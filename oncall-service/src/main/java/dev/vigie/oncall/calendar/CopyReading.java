package dev.vigie.oncall.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.calendar.CopyTable.Copy;
import dev.vigie.oncall.calendar.Reading.Assigned;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.span.Span;
import dev.vigie.shared.problem.NotFound;

/**
 * Tells what the copies hold and how it is with them.
 */
@Component
@Transactional(readOnly = true)
class CopyReading {

	private static final Duration BEFORE = Duration.ofDays(30);

	private static final Duration AHEAD = Duration.ofDays(366);

	private static final int MOST_UNKNOWN = 50;

	private final CopyTable copies;

	private final Readings readings;

	private final OnCall onCall;

	private final InstantSource clock;

	CopyReading(CopyTable copies, Readings readings, OnCall onCall, InstantSource clock) {
		this.copies = copies;
		this.readings = readings;
		this.onCall = onCall;
		this.clock = clock;
	}

	Status status(String calendar) {
		Copy copy = find(calendar);
		Reading reading = this.readings.one(calendar).orElse(null);
		List<String> warnings = new ArrayList<>();
		if (copy.failure() != null) {
			warnings.add("There is no newer copy since %s: %s".formatted(copy.failingSince(), copy.failure()));
		}
		if (reading == null) {
			warnings.add("It was never read");
			return new Status(calendar, 0, copy, warnings, List.of());
		}
		String schedule = reading.spec().schedule();
		if (schedule != null && !this.onCall.knows(schedule)) {
			warnings.add("There is no Schedule named %s; its overrides are laid over nothing".formatted(schedule));
		}
		warnings.addAll(reading.file().warnings());
		return new Status(calendar, reading.file().events(), copy, warnings, unknown(reading));
	}

	private List<String> unknown(Reading reading) {
		Instant now = this.clock.instant();
		Set<String> unknown = new LinkedHashSet<>();
		for (Assigned one : reading.meeting(new Span(now.minus(BEFORE), now.plus(AHEAD)))) {
			unknown.addAll(one.found().unknown());
			if (unknown.size() >= MOST_UNKNOWN) {
				break;
			}
		}
		return List.copyOf(unknown);
	}

	EventList events(String calendar, Span span) {
		find(calendar);
		return new EventList(this.readings.one(calendar)
			.map((reading) -> reading.meeting(span).stream().map(EventView::of).toList())
			.orElse(List.of()), null);
	}

	private Copy find(String calendar) {
		return this.copies.find(calendar).orElseThrow(() -> new NotFound("There is no Calendar named " + calendar));
	}

	/**
	 * How it is with a calendar.
	 *
	 * @param events how many events its copy holds
	 * @param changedAt since when it says what it says
	 * @param readAt when it was last known to be right
	 * @param nextAt when it is fetched again
	 * @param warnings what somebody should look at
	 * @param unknown whom its events name that nobody knows, in the month behind and the
	 * year ahead
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Status(String calendar, int events, @Nullable Instant changedAt, @Nullable Instant readAt,
			@Nullable Instant nextAt, List<String> warnings, List<String> unknown) {

		private Status(String calendar, int events, Copy copy, List<String> warnings, List<String> unknown) {
			this(calendar, events, copy.changedAt(), copy.readAt(), copy.dueAt(), List.copyOf(warnings), unknown);
		}

	}

	record EventList(List<EventView> items, @Nullable String next) {
	}

	/**
	 * Something that takes place.
	 */
	record EventView(String summary, Instant start, Instant end, List<String> people, List<String> unknown) {

		private static EventView of(Assigned one) {
			return new EventView(one.occurrence().subject().summary(), one.span().start(), one.span().end(),
					one.found().people(), one.found().unknown());
		}

	}

}
