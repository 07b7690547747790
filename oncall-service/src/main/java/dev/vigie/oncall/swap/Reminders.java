package dev.vigie.oncall.swap;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * When people are reminded of a swap that nobody has taken: ever more often as its first
 * shift comes nearer.
 */
final class Reminders {

	private static final List<Duration> AHEAD = List.of(Duration.ofDays(28), Duration.ofDays(21), Duration.ofDays(14),
			Duration.ofDays(7), Duration.ofDays(3), Duration.ofDays(2), Duration.ofDays(1), Duration.ofHours(12));

	private Reminders() {
	}

	/**
	 * The next one; null if there is none. Those that were missed are not made up for.
	 */
	static @Nullable Instant next(Swap swap, Instant now) {
		Instant start = SwapPart.start(swap.given());
		return AHEAD.stream()
			.map(start::minus)
			.filter((at) -> at.isAfter(now))
			.min(Comparator.naturalOrder())
			.orElse(null);
	}

}
