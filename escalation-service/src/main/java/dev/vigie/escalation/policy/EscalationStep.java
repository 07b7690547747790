package dev.vigie.escalation.policy;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One step of a plan: who is told how long after the incident triggered.
 *
 * @param index its place in the plan
 * @param when what must hold, null when nothing must
 * @param telling how several are told
 * @param deeds what is done beside telling people
 */
public record EscalationStep(int index, Duration after, @Nullable When when, List<Target> targets, Telling telling,
		List<Deed> deeds) {

	public EscalationStep {
		targets = List.copyOf(targets);
		deeds = List.copyOf(deeds);
	}

	EscalationStep at(int index, Duration later) {
		return new EscalationStep(index, this.after.plus(later), this.when, this.targets, this.telling, this.deeds);
	}

	EscalationStep with(List<Target> some) {
		return new EscalationStep(this.index, this.after, this.when, some, this.telling, this.deeds);
	}

}
