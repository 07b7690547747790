package dev.vigie.alertingest.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token bucket: a minute's worth may be taken at once, and what was taken comes back
 * evenly. It is known by the instant at which it will be full again. Pure.
 *
 * @param fullAt when nothing is missing any more
 */
record Bucket(Instant fullAt) {

	private static final Duration MINUTE = Duration.ofMinutes(1);

	static final Bucket FULL = new Bucket(Instant.MIN);

	/**
	 * What is left after one is taken; empty if there is none.
	 */
	Optional<Bucket> take(int perMinute, Instant now) {
		Instant after = latest(now).plus(MINUTE.dividedBy(perMinute));
		return after.isAfter(now.plus(MINUTE)) ? Optional.empty() : Optional.of(new Bucket(after));
	}

	// A clock that was set back must not empty the bucket for longer than a minute.
	private Instant latest(Instant now) {
		if (this.fullAt.isBefore(now)) {
			return now;
		}
		return this.fullAt.isAfter(now.plus(MINUTE)) ? now.plus(MINUTE) : this.fullAt;
	}

}
