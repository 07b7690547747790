package dev.vigie.oncall.rotation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * What the wall clock of a zone shows, and when. A time that it skips is the instant at
 * which it jumps; one that it shows twice is meant the first time. So a later time is
 * never an earlier instant: what follows each other on paper does so in reality, without
 * hole or overlap.
 *
 * @param zone where the clock hangs
 */
public record WallClock(ZoneId zone) {

	/**
	 * When the clock shows this time.
	 */
	public Instant instant(LocalDateTime time) {
		return instant(time, this.zone.getRules());
	}

	/**
	 * When a clock that follows these rules shows this time.
	 */
	public static Instant instant(LocalDateTime time, ZoneRules rules) {
		List<ZoneOffset> offsets = rules.getValidOffsets(time);
		if (!offsets.isEmpty()) {
			return time.toInstant(offsets.getFirst());
		}
		ZoneOffsetTransition jump = rules.getTransition(time);
		return jump.getInstant();
	}

	/**
	 * When a day begins, also where its midnight is skipped.
	 */
	public Instant startOf(LocalDate date) {
		return instant(date.atStartOfDay());
	}

	/**
	 * What the clock shows.
	 */
	public LocalDateTime at(Instant instant) {
		return LocalDateTime.ofInstant(instant, this.zone);
	}

}
