package dev.vigie.oncall.calendar.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.vigie.oncall.rotation.WallClock;

/**
 * How long an event lasts: so much later on the wall clock, and then so much time. From
 * Monday to Monday at nine is a week on the clock, also in the week that has an hour
 * more; a DURATION counts its hours as they pass.
 */
record Length(Duration shown, Duration passed) {

	private static final Pattern DURATION = Pattern
		.compile("[+]?P(?:(\\d{1,4})W)?(?:(\\d{1,5})D)?(?:T(?:(\\d{1,6})H)?(?:(\\d{1,7})M)?(?:(\\d{1,9})S)?)?");

	static Length shown(Duration shown) {
		return new Length(shown, Duration.ZERO);
	}

	/**
	 * Reads a DURATION.
	 * @throws DateTimeException if it is none
	 */
	static Length parse(String text) {
		Matcher matcher = DURATION.matcher(text.strip());
		if (!matcher.matches()) {
			throw new DateTimeException("not a duration");
		}
		return new Length(Duration.ofDays(7 * part(matcher, 1) + part(matcher, 2)),
				Duration.ofHours(part(matcher, 3)).plusMinutes(part(matcher, 4)).plusSeconds(part(matcher, 5)));
	}

	private static long part(Matcher matcher, int group) {
		return (matcher.group(group) != null) ? Long.parseLong(matcher.group(group)) : 0;
	}

	/**
	 * When what begins at a moment ends.
	 */
	Instant after(Moment start) {
		LocalDateTime end = start.time().plus(this.shown);
		return WallClock.instant(end, start.zone()).plus(this.passed);
	}

	/**
	 * About how long it is: clocks change by less than two days.
	 */
	Duration atMost() {
		return this.shown.plus(this.passed).plusDays(2);
	}

}
