package dev.vigie.escalation.severity;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Condition;
import dev.vigie.escalation.condition.Facts;

/**
 * Decides how bad an incident is. A pure function.
 */
final class Severities {

	private Severities() {
	}

	/**
	 * The severity of the first rule that holds.
	 */
	static Assessment assess(List<Rule> rules, Severity otherwise, Facts facts) {
		return rules.stream()
			.filter((rule) -> rule.when().holds(facts))
			.findFirst()
			.map((rule) -> new Assessment(rule.severity(),
					(rule.reason() != null) ? rule.reason() : rule.when().text()))
			.orElseGet(() -> new Assessment(otherwise, "default"));
	}

	/**
	 * A rule that is ready to be asked.
	 */
	record Rule(Condition when, Severity severity, @Nullable String reason) {
	}

}
