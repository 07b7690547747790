package dev.vigie.oncall.rotation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import tools.jackson.databind.json.JsonMapper;

import dev.vigie.oncall.span.Span;

/**
 * Rotations as they are written, and who has the turn as one would draw it: a letter for
 * each question, a dot for nobody.
 */
final class OnPaper {

	private static final JsonMapper JSON = JsonMapper.shared();

	private OnPaper() {
	}

	/**
	 * Reads a rotation.
	 * @param written JSON with ' for "
	 */
	static Rotation rotation(String written) {
		Rotation rotation = JSON.readValue(written.replace('\'', '"'), Rotation.class);
		List<?> contradictions = rotation.contradictions("");
		if (!contradictions.isEmpty()) {
			throw new IllegalArgumentException(contradictions.toString());
		}
		return rotation;
	}

	static Turns turns(String written, String zone) {
		return new Turns(rotation(written), clock(zone), Anchor.FIRST);
	}

	static WallClock clock(String zone) {
		return new WallClock(ZoneId.of(zone));
	}

	/**
	 * Who has the turn on so many days, at the same time of each.
	 */
	static String daily(String written, String zone, String first, int days) {
		return asked(turns(written, zone), clock(zone), LocalDateTime.parse(first), Duration.ofDays(1), days);
	}

	/**
	 * Who has the turn in so many hours of the wall clock.
	 */
	static String hourly(String written, String zone, String first, int hours) {
		return asked(turns(written, zone), clock(zone), LocalDateTime.parse(first), Duration.ofHours(1), hours);
	}

	static String asked(Turns turns, WallClock clock, LocalDateTime first, Duration step, int times) {
		return IntStream.range(0, times)
			.mapToObj((i) -> at(turns, clock.instant(first.plus(step.multipliedBy(i)))))
			.collect(Collectors.joining());
	}

	static String at(Turns turns, Instant at) {
		String people = turns.duties(new Span(at, at.plusNanos(1)))
			.stream()
			.flatMap((duty) -> duty.people().stream())
			.collect(Collectors.joining("+"));
		return people.isEmpty() ? "." : people;
	}

	/**
	 * The duties of a span, each as people, start and end in UTC.
	 */
	static List<String> duties(Turns turns, String from, String to) {
		return turns.duties(new Span(Instant.parse(from), Instant.parse(to)))
			.stream()
			.map((duty) -> "%s %s %s".formatted(String.join("+", duty.people()), duty.span().start(),
					duty.span().end()))
			.toList();
	}

}
