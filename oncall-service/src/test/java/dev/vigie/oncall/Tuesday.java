package dev.vigie.oncall;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

import dev.vigie.oncall.schedule.OnCall;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tuesday, 3 March 2026, the day after tests begin, in UTC; drawn with the first letter
 * of whoever is on call, hour by hour.
 */
public final class Tuesday {

	public static final Instant MIDNIGHT = Instant.parse("2026-03-03T00:00:00Z");

	/**
	 * Ada always.
	 */
	public static final String ADA = """
			{"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "00:00"},
			 "start": "2026-01-05", "people": ["ada"]}}]}""";

	/**
	 * Ada from six to eighteen.
	 */
	public static final String ADA_BY_DAY = """
			{"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "00:00"},
			 "start": "2026-01-05", "people": ["ada"]}, "restrictions": [{"from": "06:00", "to": "18:00"}]}]}""";

	/**
	 * Ada and bob together.
	 */
	public static final String ADA_AND_BOB = """
			{"timeZone": "UTC", "layers": [{"rotation": {"type": "daily", "handoff": {"time": "00:00"},
			 "start": "2026-01-05", "people": [["ada", "bob"]]}}]}""";

	/**
	 * Six hours each: ada, bob, cleo, dan.
	 */
	public static final String QUARTERS = """
			{"timeZone": "UTC", "layers": [{"rotation": {"type": "hourly", "every": 6, "handoff": {"time": "00:00"},
			 "start": "2026-03-02", "people": ["ada", "bob", "cleo", "dan"]}}]}""";

	private Tuesday() {
	}

	/**
	 * An hour of it, such as {@code 09} or {@code 09:30}, as an instant.
	 */
	public static String at(String time) {
		return "2026-03-03T" + ((time.length() == 2) ? time + ":00" : time) + ":00Z";
	}

	/**
	 * Who is on call as primary in each hour: several together with a plus between them,
	 * a dot for nobody. The question about each instant must say the same as that about
	 * the day.
	 */
	public static String drawn(OnCall onCall, String schedule) {
		return drawn(onCall, schedule, Role.PRIMARY);
	}

	public static String drawn(OnCall onCall, String schedule, Role role) {
		StringBuilder drawn = new StringBuilder();
		Span day = new Span(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)));
		for (Instant hour = day.start(); hour.isBefore(day.end()); hour = hour.plus(Duration.ofHours(1))) {
			Instant at = hour;
			String atOnce = letters(onCall.at(schedule, at).stream().filter((shift) -> shift.role() == role).toList());
			assertThat(letters(onCall.shifts(schedule, day)
				.stream()
				.filter((shift) -> shift.role() == role && shift.span().holds(at))
				.toList())).isEqualTo(atOnce);
			drawn.append(atOnce);
		}
		return drawn.toString();
	}

	private static String letters(Iterable<Shift> shifts) {
		StringBuilder letters = new StringBuilder();
		shifts.forEach((shift) -> letters.append(shift.person().charAt(0)));
		return letters.isEmpty() ? "."
				: letters.chars().sorted().mapToObj(Character::toString).collect(Collectors.joining("+"));
	}

}
