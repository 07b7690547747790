package dev.vigie.escalation.grouping;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules at one moment.
 */
public final class GroupingRules {

	private final Map<String, GroupingRule> byIntegration = new HashMap<>();

	private final List<GroupingRule> correlating;

	private GroupingRule otherwise = GroupingRule.SENDERS;

	GroupingRules(Map<String, GroupingSpec> documents) {
		documents.forEach((name, spec) -> {
			GroupingRule rule = spec.rule(name);
			spec.integrations().forEach((integration) -> this.byIntegration.put(integration, rule));
			if (spec.integrations().isEmpty()) {
				this.otherwise = rule;
			}
		});
		this.correlating = documents.entrySet()
			.stream()
			.map((document) -> document.getValue().rule(document.getKey()))
			.filter((rule) -> rule.correlation() != null)
			.toList();
	}

	public GroupingRule of(String integration) {
		return this.byIntegration.getOrDefault(integration, this.otherwise);
	}

	/**
	 * By which values of this alert later groups may find its incident, whichever rule
	 * looks at it.
	 */
	public Set<Map<String, String>> findableBy(String integration, Map<String, String> alert) {
		if (this.correlating.isEmpty()) {
			return Set.of();
		}
		Set<Map<String, String>> values = new LinkedHashSet<>();
		add(values, of(integration), alert);
		this.correlating.stream()
			.filter((rule) -> rule.correlation() != null && rule.correlation().across().contains(integration))
			.forEach((rule) -> add(values, rule, alert));
		return values;
	}

	private static void add(Set<Map<String, String>> values, GroupingRule rule, Map<String, String> alert) {
		if (rule.correlation() != null) {
			rule.correlation().values(alert).ifPresent(values::add);
		}
	}

}
