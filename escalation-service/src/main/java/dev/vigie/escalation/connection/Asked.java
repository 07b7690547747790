package dev.vigie.escalation.connection;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How asking another program ended.
 */
public sealed interface Asked {

	/**
	 * It has taken the request.
	 *
	 * @param link where what was asked for is, null when the answer did not say
	 */
	record Done(@Nullable Link link) implements Asked {
	}

	/**
	 * It will never take it.
	 */
	record Refused(String reason) implements Asked {
	}

	/**
	 * It was not asked, for it failed too often just now.
	 *
	 * @param circuit what keeps it from being asked
	 */
	record Spared(String circuit, Duration after) implements Asked {

		public String reason() {
			return "Not tried: " + this.circuit + " failed too often just now";
		}

	}

	/**
	 * It may take it later.
	 *
	 * @param after the least time to wait, zero when it did not say
	 */
	record TryLater(Duration after, String reason) implements Asked {
	}

}
