package dev.vigie.alertingest.silence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * Turns what a clock on the wall shows into instants. Work that lasts until six ends when
 * the clock shows six, however long the night was; an hour that comes twice belongs to
 * the window both times. Pure.
 */
final class WallClock {

	private WallClock() {
	}

	/**
	 * The window from one reading of the clock to another.
	 * @param length the difference between the readings
	 */
	static Window window(LocalDateTime start, Duration length, ZoneId zone) {
		ZoneRules rules = zone.getRules();
		Instant first = first(start, rules);
		Instant last = last(start.plus(length), rules);
		// All of it can fall into an hour that is skipped; it is not left out then.
		return new Window(first, last.isAfter(first) ? last : first.plus(length));
	}

	private static Instant first(LocalDateTime reading, ZoneRules rules) {
		List<ZoneOffset> offsets = rules.getValidOffsets(reading);
		return offsets.isEmpty() ? rules.getTransition(reading).getInstant() : reading.toInstant(offsets.getFirst());
	}

	private static Instant last(LocalDateTime reading, ZoneRules rules) {
		List<ZoneOffset> offsets = rules.getValidOffsets(reading);
		return offsets.isEmpty() ? rules.getTransition(reading).getInstant() : reading.toInstant(offsets.getLast());
	}

}
