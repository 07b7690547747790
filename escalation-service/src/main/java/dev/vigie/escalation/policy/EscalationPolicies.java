package dev.vigie.escalation.policy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.document.DocumentStore;
import dev.vigie.escalation.document.Documents;
import dev.vigie.escalation.document.Stored;
import dev.vigie.shared.document.Change;
import dev.vigie.shared.document.Document;

/**
 * All escalation policies, and the plans they come to.
 */
@Component
public class EscalationPolicies extends Documents<EscalationPolicySpec> {

	private final Conditions conditions;

	EscalationPolicies(DocumentStore store, Conditions conditions) {
		super(new Type<>("EscalationPolicy", "escalation_policy", EscalationPolicySpec.class), store);
		this.conditions = conditions;
	}

	/**
	 * The plan for a severity. Absent when the policy does not mention the severity at
	 * all, which is an omission somebody should hear of; a severity that is there with no
	 * steps is meant to tell nobody.
	 * @param others the versions of the policies it leads to, by name
	 */
	public Optional<EscalationPlan> plan(UUID policyVersionId, Map<String, UUID> others, String severity) {
		return version(policyVersionId).map((version) -> PlanMaking.plan(version.name(), version.spec(), severity,
				(name) -> Optional.ofNullable(others.get(name)).flatMap(this::version).map(Stored::spec).orElse(null)));
	}

	/**
	 * The plans, by severity, of a policy that is not saved; those it leads to are taken
	 * as they are now.
	 */
	public Function<String, @Nullable EscalationPlan> draft(JsonNode body) {
		EscalationPolicySpec spec = read(body);
		return (severity) -> PlanMaking.plan("draft", spec, severity,
				(name) -> find(name).map(Document::spec).orElse(null));
	}

	/**
	 * The versions, as they are now, of all policies that this version leads to.
	 */
	public Map<String, UUID> leadsTo(UUID policyVersionId) {
		Map<String, UUID> found = new TreeMap<>();
		Deque<UUID> open = new ArrayDeque<>(List.of(policyVersionId));
		while (!open.isEmpty()) {
			for (String name : version(open.remove()).map((one) -> PlanMaking.leadsTo(one.spec())).orElse(Set.of())) {
				if (!found.containsKey(name)) {
					currentVersion(name).ifPresent((version) -> {
						found.put(name, version);
						open.add(version);
					});
				}
			}
		}
		return found;
	}

	/**
	 * What the conditions of a policy and of those it leads to ask for.
	 */
	public Asked asked(UUID policyVersionId, Collection<UUID> others) {
		return Asked.all(Stream.concat(Stream.of(policyVersionId), others.stream())
			.flatMap((id) -> version(id).stream())
			.flatMap((version) -> version.spec().severities().values().stream())
			.flatMap((steps) -> steps.steps().stream())
			.flatMap((step) -> Stream.ofNullable(step.when()))
			.map((when) -> this.conditions.compile("when", when).asked())
			.toList());
	}

	/**
	 * What people call a version.
	 */
	public Optional<Version> describe(UUID policyVersionId) {
		return version(policyVersionId).map((stored) -> new Version(stored.name(), stored.document().version()));
	}

	@Override
	protected void check(EscalationPolicySpec spec) {
		spec.severities().forEach((severity, steps) -> {
			for (int step = 0; step < steps.steps().size(); step++) {
				String condition = steps.steps().get(step).when();
				if (condition != null) {
					this.conditions.compile("severities.%s.steps[%d].when".formatted(severity, step), condition);
				}
			}
		});
	}

	@Override
	public List<Change.Reference> references(EscalationPolicySpec spec) {
		List<Change.Reference> references = new ArrayList<>();
		spec.severities().forEach((severity, steps) -> {
			for (int step = 0; step < steps.steps().size(); step++) {
				String field = "severities.%s.steps[%d]".formatted(severity, step);
				List<TargetSpec> targets = steps.steps().get(step).targets();
				for (int target = 0; target < targets.size(); target++) {
					references.add(targets.get(target).reference(field + ".notify[%d]".formatted(target)));
				}
				List<DeedSpec> deeds = steps.steps().get(step).deeds();
				for (int deed = 0; deed < deeds.size(); deed++) {
					deeds.get(deed).reference(field + ".do[%d]".formatted(deed)).ifPresent(references::add);
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
