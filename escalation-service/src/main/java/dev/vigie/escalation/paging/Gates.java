package dev.vigie.escalation.paging;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.When;

/**
 * Whether the conditions of steps hold.
 */
@Component
class Gates {

	private final Conditions conditions;

	Gates(Conditions conditions) {
		this.conditions = conditions;
	}

	/**
	 * By what the incident is like now and the time its step was due.
	 */
	boolean open(Facts facts, DueStep step) {
		When when = step.step().when();
		return when == null
				|| this.conditions.compile("when", when.condition()).holds(facts.at(step.dueAt(), when.zone()));
	}

}
