package dev.vigie.escalation.handoff;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Somebody comes on call in a schedule and a role.
 *
 * @param outgoing who was on call the instant before and no longer is; nobody after a gap
 * @param incoming who is on call now and was not
 * @param since since when the outgoing were on call; null when nobody goes
 * @param until until when the incoming stay
 */
record ShiftChange(String schedule, String role, Instant at, List<String> outgoing, List<String> incoming,
		@Nullable Instant since, Instant until) {

	ShiftChange {
		outgoing = List.copyOf(outgoing);
		incoming = List.copyOf(incoming);
	}

}
