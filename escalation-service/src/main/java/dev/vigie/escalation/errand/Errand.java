package dev.vigie.escalation.errand;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.Deed.What;

/**
 * One thing that another program is asked for.
 *
 * @param askedBy who asked, null when a policy did
 * @param status OPEN, DONE or FAILED
 * @param attempts how often it was tried, the present attempt included
 */
record Errand(UUID id, UUID incidentId, What what, String connection, @Nullable String askedBy, String status,
		int attempts, Instant createdAt) {

	/**
	 * Nobody goes to a war room that opens so late; a ticket is still worth writing.
	 */
	Instant until() {
		return this.createdAt.plus(switch (this.what) {
			case WAR_ROOM -> Duration.ofMinutes(15);
			case TICKET -> Duration.ofHours(6);
		});
	}

}
