package dev.vigie.escalation.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.document.DocumentStore;
import dev.vigie.escalation.document.Documents;
import dev.vigie.shared.document.Change;

/**
 * All escalation policies, and the plans they come to.
 */
@Component
public class EscalationPolicies extends Documents<EscalationPolicySpec> {

	EscalationPolicies(DocumentStore store) {
		super(new Type<>("EscalationPolicy", "escalation_policy", EscalationPolicySpec.class), store);
	}

	/**
	 * The plan for a severity. Absent when the policy does not mention the severity at
	 * all, which is an omission somebody should hear of; a severity that is there with no
	 * steps is meant to tell nobody.
	 */
	public Optional<EscalationPlan> plan(UUID policyVersionId, String severity) {
		return version(policyVersionId).map((version) -> version.spec().severities().get(severity))
			.map(EscalationPolicySpec.Steps::plan);
	}

	/**
	 * What people call a version.
	 */
	public Optional<Version> describe(UUID policyVersionId) {
		return version(policyVersionId).map((stored) -> new Version(stored.name(), stored.document().version()));
	}

	@Override
	public List<Change.Reference> references(EscalationPolicySpec spec) {
		List<Change.Reference> references = new ArrayList<>();
		spec.severities().forEach((severity, steps) -> {
			for (int step = 0; step < steps.steps().size(); step++) {
				List<TargetSpec> targets = steps.steps().get(step).targets();
				for (int target = 0; target < targets.size(); target++) {
					references.add(targets.get(target)
						.reference("severities.%s.steps[%d].notify[%d]".formatted(severity, step, target)));
				}
			}
		});
		return references;
	}

	/**
	 * A policy and which version of it.
	 */
	public record Version(String name, int version) {
	}

}
