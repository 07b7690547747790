package dev.vigie.oncall.duty;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonDirectory;
import dev.vigie.oncall.person.Place;
import dev.vigie.oncall.person.Standing;
import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.OnCall.Rota;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;

/**
 * The schedules in which a person is or comes on call within a year.
 */
@Component
class ShiftStanding implements Standing {

	private static final Duration AHEAD = Duration.ofDays(366);

	private final OnCall onCall;

	private final PersonDirectory people;

	private final InstantSource clock;

	ShiftStanding(OnCall onCall, PersonDirectory people, InstantSource clock) {
		this.onCall = onCall;
		this.people = people;
		this.clock = clock;
	}

	@Override
	public List<Place> places(String person) {
		Instant now = this.clock.instant();
		Instant end = now.plus(AHEAD);
		Instant left = this.people.left().getOrDefault(person, end);
		if (!left.isAfter(now)) {
			return List.of();
		}
		return this.onCall.rotas(new Span(now, end.isBefore(left) ? end : left))
			.stream()
			.flatMap((rota) -> first(rota, person))
			.toList();
	}

	private static Stream<Place> first(Rota rota, String person) {
		return rota.shifts()
			.stream()
			.filter((shift) -> person.equals(shift.person()))
			.map(Shift::start)
			.min(Instant::compareTo)
			.map((start) -> new Place("Schedule", rota.schedule(), "shifts", "on call from " + start, true))
			.stream();
	}

}
