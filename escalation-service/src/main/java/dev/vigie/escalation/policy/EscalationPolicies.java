package dev.vigie.escalation.policy;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * The escalation policies, as other features know them.
 */
@Component
public class EscalationPolicies {

	/**
	 * The plan for a severity. Absent when the policy does not mention the severity at
	 * all, which is an omission somebody should hear of; a severity that is there with no
	 * steps is meant to tell nobody.
	 */
	public Optional<EscalationPlan> plan(UUID policyVersionId, String severity) {
		throw new UnsupportedOperationException();
	}

}
