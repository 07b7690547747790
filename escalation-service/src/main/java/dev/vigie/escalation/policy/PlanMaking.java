package dev.vigie.escalation.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPolicySpec.Steps;

/**
 * Makes one plan of a policy and the policies it leads to: their steps are put in where
 * they are named, at the times they have there. A pure function.
 */
final class PlanMaking {

	private final String severity;

	private final Function<String, @Nullable EscalationPolicySpec> others;

	private PlanMaking(String severity, Function<String, @Nullable EscalationPolicySpec> others) {
		this.severity = severity;
		this.others = others;
	}

	/**
	 * The plan of a severity that the policy mentions.
	 * @param others the policies it leads to, by name; one that is not there says nothing
	 */
	static @Nullable EscalationPlan plan(String name, EscalationPolicySpec policy, String severity,
			Function<String, @Nullable EscalationPolicySpec> others) {
		Steps steps = policy.severities().get(severity);
		if (steps == null) {
			return null;
		}
		List<EscalationStep> all = new ArrayList<>();
		new PlanMaking(severity, others).collect(name, policy, Duration.ZERO, Set.of(), all);
		all.sort(Comparator.comparing(EscalationStep::after)); // stable: as they are
																// written
		List<EscalationStep> numbered = new ArrayList<>();
		all.forEach((step) -> numbered.add(step.at(numbered.size(), Duration.ZERO)));
		EscalationPolicySpec.Repeat repeat = steps.repeat();
		return new EscalationPlan(numbered, (repeat != null) ? repeat.times() : 0,
				(repeat != null) ? repeat.after().length() : Duration.ZERO,
				(steps.acknowledgementTimeout() != null) ? steps.acknowledgementTimeout().length() : null);
	}

	/**
	 * The names of the policies that a policy leads to directly.
	 */
	static Set<String> leadsTo(EscalationPolicySpec policy) {
		Set<String> names = new LinkedHashSet<>();
		policy.severities()
			.values()
			.forEach((steps) -> steps.steps().forEach((step) -> step.targets().forEach((target) -> {
				if (target.policy() != null) {
					names.add(target.policy());
				}
			})));
		return names;
	}

	// Policies that lead to each other in a ring are left where the ring closes.
	private void collect(String name, EscalationPolicySpec policy, Duration later, Set<String> path,
			List<EscalationStep> all) {
		Steps steps = policy.severities().get(this.severity);
		if (steps == null || path.contains(name)) {
			return;
		}
		Set<String> further = new LinkedHashSet<>(path);
		further.add(name);
		for (EscalationStep step : steps.plan(name, policy.zone())) {
			EscalationStep placed = step.at(step.index(), later);
			List<Target> own = placed.targets()
				.stream()
				.filter((target) -> !(target instanceof Target.Policy))
				.toList();
			if (!own.isEmpty() || !placed.deeds().isEmpty()) {
				all.add(placed.with(own));
			}
			for (Target target : placed.targets()) {
				if (target instanceof Target.Policy(String other)) {
					EscalationPolicySpec found = this.others.apply(other);
					if (found != null) {
						collect(other, found, placed.after(), further, all);
					}
				}
			}
		}
	}

}
