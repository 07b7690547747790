package dev.vigie.escalation.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPlan;

/**
 * How far the escalation of an incident has come, and when it goes on.
 *
 * @param run counts how often the incident was triggered
 * @param dueAt when the next step is due, null when nothing will come by itself
 * @param idleReason why a triggered incident has no due time
 */
record EscalationClock(int run, Instant startedAt, EscalationPlan.Position position, @Nullable Instant dueAt,
		@Nullable String idleReason) {

	static EscalationClock startingAt(Instant now) {
		return new EscalationClock(1, now, EscalationPlan.Position.START, now, null);
	}

	EscalationClock nextRun(Instant now) {
		return new EscalationClock(this.run + 1, now, EscalationPlan.Position.START, now, null);
	}

	/**
	 * Another plan holds from now on: its steps whose time has come are due at once.
	 */
	EscalationClock replanned(Instant now) {
		return new EscalationClock(this.run, this.startedAt, EscalationPlan.Position.START, now, null);
	}

	EscalationClock stopped() {
		return new EscalationClock(this.run, this.startedAt, this.position, null, null);
	}

}
