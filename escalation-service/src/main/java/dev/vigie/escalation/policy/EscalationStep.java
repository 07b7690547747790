package dev.vigie.escalation.policy;

import java.time.Duration;
import java.util.List;

/**
 * One step of a plan: who is told how long after the incident triggered.
 */
public record EscalationStep(int index, Duration after, List<Target> targets) {

	public EscalationStep {
		targets = List.copyOf(targets);
	}

}
