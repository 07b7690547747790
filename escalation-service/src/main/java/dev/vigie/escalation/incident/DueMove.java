package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPlan;

/**
 * Where the escalation of an incident goes on.
 *
 * @param dueAt when the next step is due, null when nothing will come by itself
 * @param idleReason why nothing will
 */
public record DueMove(UUID incidentId, EscalationPlan.Position next, @Nullable Instant dueAt,
		@Nullable String idleReason) {

	public static DueMove to(UUID incidentId, EscalationPlan.Position next, Instant dueAt) {
		return new DueMove(incidentId, next, dueAt, null);
	}

	public static DueMove idle(UUID incidentId, EscalationPlan.Position next, String reason) {
		return new DueMove(incidentId, next, null, reason);
	}

}
