package dev.vigie.escalation.channel;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait before a message is tried again.
 */
public final class Backoff {

	private static final List<Duration> WAITS = List.of(Duration.ofSeconds(5), Duration.ofSeconds(15),
			Duration.ofSeconds(30), Duration.ofSeconds(60));

	private Backoff() {
	}

	/**
	 * The pause after so many attempts; who asks for a longer one gets it, up to the
	 * longest we make by ourselves.
	 */
	public static Duration after(int attempts, Duration asked) {
		Duration longest = WAITS.getLast();
		Duration own = WAITS.get(Math.clamp(attempts - 1, 0, WAITS.size() - 1));
		if (asked.compareTo(own) <= 0) {
			return own;
		}
		return (asked.compareTo(longest) < 0) ? asked : longest;
	}

}
