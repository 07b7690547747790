package dev.vigie.escalation.webhook;

import java.time.Duration;

/**
 * How a post ended.
 */
public sealed interface WebhookAnswer {

	/**
	 * The other side has taken it.
	 *
	 * @param status 2xx
	 * @param body what it said, cut where it is too long
	 */
	record Taken(int status, String body) implements WebhookAnswer {
	}

	/**
	 * The other side will never take it.
	 */
	record Refused(String reason) implements WebhookAnswer {
	}

	/**
	 * The other side may take it later.
	 *
	 * @param after the least time to wait, zero when the other side did not say
	 */
	record TryLater(Duration after, String reason) implements WebhookAnswer {
	}

}
