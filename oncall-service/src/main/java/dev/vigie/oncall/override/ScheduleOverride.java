package dev.vigie.oncall.override;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody is on call instead. Of one that was taken back only what had passed by then is
 * left, and nothing if it had not begun.
 *
 * @param start when it begins
 * @param end when it ends; the start if nothing is left of it
 * @param author who made it
 * @param madeAt when
 * @param ending who took it back, and when
 */
public record ScheduleOverride(UUID id, Wish wish, Instant start, Instant end, String author, Instant madeAt,
		@Nullable Ending ending) {

	boolean isOver(Instant now) {
		return this.ending != null || !this.end.isAfter(now);
	}

	ScheduleOverride ended(Instant now, @Nullable String by) {
		return new ScheduleOverride(this.id, this.wish, this.start, this.start.isAfter(now) ? this.start : now,
				this.author, this.madeAt, new Ending(now, by));
	}

	/**
	 * How it came to an early end.
	 *
	 * @param by who took it back; null if its schedule went
	 */
	record Ending(Instant at, @Nullable String by) {
	}

}
