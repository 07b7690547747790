package dev.vigie.oncall.calendar.ical;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.zone.ZoneRules;

import dev.vigie.oncall.rotation.WallClock;

/**
 * A time as a calendar writes it: what the clock shows, and which clock. A whole day is
 * its midnight.
 *
 * @param time what the clock shows
 * @param zone which clock
 * @param allDay whether only a date is written
 */
record Moment(LocalDateTime time, ZoneRules zone, boolean allDay) {

	static final ZoneRules UTC = ZoneOffset.UTC.getRules();

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().appendPattern("uuuuMMdd'T'HHmm")
		.optionalStart()
		.appendPattern("ss")
		.optionalEnd()
		.toFormatter()
		.withResolverStyle(ResolverStyle.STRICT);

	/**
	 * Reads a DATE or a DATE-TIME.
	 * @param zone the clock meant, unless it says UTC
	 * @throws DateTimeException if it is neither
	 */
	static Moment parse(String text, ZoneRules zone) {
		String clean = text.strip();
		if (clean.length() == 8) {
			return new Moment(LocalDate.parse(clean, DATE).atStartOfDay(), zone, true);
		}
		if (clean.endsWith("Z") || clean.endsWith("z")) {
			return new Moment(time(clean.substring(0, clean.length() - 1)), UTC, false);
		}
		return new Moment(time(clean), zone, false);
	}

	private static LocalDateTime time(String text) {
		// A leap second is the end of the one before it.
		String shown = (text.length() == 15 && text.endsWith("60")) ? text.substring(0, 13) + "59" : text;
		return LocalDateTime.parse(shown.replace('t', 'T'), TIME);
	}

	Instant instant() {
		return WallClock.instant(this.time, this.zone);
	}

	/**
	 * The same clock at another time.
	 */
	Moment at(LocalDateTime other) {
		return new Moment(other, this.zone, this.allDay);
	}

	/**
	 * What the clock of a zone shows at this moment; a whole day is the same everywhere.
	 */
	LocalDateTime shownIn(ZoneRules other) {
		if (this.allDay || other.equals(this.zone)) {
			return this.time;
		}
		Instant instant = instant();
		return LocalDateTime.ofInstant(instant, other.getOffset(instant));
	}

}
