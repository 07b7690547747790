package dev.vigie.alertingest.silence;

import java.time.Instant;

/**
 * A stretch of time: it holds its start and not its end.
 */
record Window(Instant start, Instant end) {

	boolean contains(Instant at) {
		return !at.isBefore(this.start) && at.isBefore(this.end);
	}

}
