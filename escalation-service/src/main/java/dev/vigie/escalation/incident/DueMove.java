package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPlan.Position;

/**
 * Where the escalation of an incident goes on.
 *
 * @param dueAt when the next step is due, null when nothing will come by itself
 * @param idleReason why nothing will
 * @param skipped the steps of the run whose condition has not held so far
 */
public record DueMove(UUID incidentId, Position next, @Nullable Instant dueAt, @Nullable String idleReason,
		List<Position> skipped) {

	public DueMove {
		skipped = List.copyOf(skipped);
	}

	public static DueMove to(UUID incidentId, Position next, Instant dueAt, List<Position> skipped) {
		return new DueMove(incidentId, next, dueAt, null, skipped);
	}

	public static DueMove idle(UUID incidentId, Position next, String reason, List<Position> skipped) {
		return new DueMove(incidentId, next, null, reason, skipped);
	}

}
