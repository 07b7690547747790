package dev.vigie.escalation.channel;

import java.time.Duration;

/**
 * How an attempt to send ended.
 */
public sealed interface Delivery {

	/**
	 * The other side has taken it.
	 */
	record Delivered() implements Delivery {
	}

	/**
	 * The other side will never take it.
	 */
	record Refused(String reason) implements Delivery {
	}

	/**
	 * The other side may take it later.
	 *
	 * @param after the least time to wait, zero when the other side did not say
	 */
	record TryLater(Duration after, String reason) implements Delivery {
	}

	/**
	 * Nobody asked the other side, which failed too often just now.
	 *
	 * @param circuit what keeps it from being asked
	 */
	record Spared(String circuit, Duration after) implements Delivery {

		public String reason() {
			return "Not tried: " + this.circuit + " failed too often just now";
		}

	}

	/**
	 * The other side is there and did not take this message now: that says nothing about
	 * other messages (SMTP 4xx, RFC 5321 §4.2.1).
	 */
	record Deferred(String reason) implements Delivery {
	}

}
