package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.EscalationPlan;

/**
 * The due times that stand on the incidents, for whoever does the paging. Everything
 * happens in the caller's transaction.
 */
@Component
public class Escalations {

	/**
	 * What is due, without any lock: to prepare outside a transaction.
	 */
	public List<DueIncident> peek(Instant now, int limit) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Takes what is due and no other replica has taken, for this transaction.
	 */
	public List<DueIncident> claim(Instant now, int limit) {
		throw new UnsupportedOperationException();
	}

	public void reschedule(UUID id, EscalationPlan.Position next, Instant dueAt) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Nothing more will come due by itself; the caller writes the line on the timeline.
	 */
	public void idle(UUID id, EscalationPlan.Position next, String reason) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Moves the clock of the run so that the next step is due at {@code dueAt} and later
	 * steps keep their distance. Does nothing when the incident is not triggered, has no
	 * next step, or is due earlier anyway.
	 */
	public void bringForward(UUID id, Instant dueAt) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Keeps the runbooks that were found (none: an empty list) and says so on the
	 * timeline.
	 */
	public void attachRunbooks(UUID id, List<RunbookLink> links) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Nobody could say which runbook fits; said on the timeline once.
	 */
	public void runbooksUnknown(UUID id) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The incident called {@code 42} or {@code INC-42}.
	 */
	public Optional<UUID> idOf(String numberOrId) {
		throw new UnsupportedOperationException();
	}

}
