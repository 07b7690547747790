package dev.vigie.escalation.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.document.DocumentStore;
import dev.vigie.escalation.document.Documents;
import dev.vigie.shared.problem.Invalid;

/**
 * All severity rules, and the severity they come to.
 */
@Component
public class SeverityRules extends Documents<SeverityRulesSpec> {

	private final Conditions conditions;

	SeverityRules(DocumentStore store, Conditions conditions) {
		super(new Type<>("SeverityRules", "severity_rules", SeverityRulesSpec.class), store);
		this.conditions = conditions;
	}

	/**
	 * The severity by a version of rules; absent when there is no such version.
	 */
	public Optional<Assessment> assess(UUID versionId, Facts facts) {
		return version(versionId)
			.map((version) -> Severities.assess(compile(version.spec()), version.spec().otherwise(), facts));
	}

	@Override
	protected void check(SeverityRulesSpec spec) {
		if (spec.otherwise() == null) {
			throw new Invalid("default", "must be one of P1, P2, P3, P4, P5");
		}
		compile(spec);
	}

	private List<Severities.Rule> compile(SeverityRulesSpec spec) {
		List<Severities.Rule> rules = new ArrayList<>();
		for (SeverityRulesSpec.Rule rule : spec.rules()) {
			String field = "rules[%d].when".formatted(rules.size());
			rules.add(new Severities.Rule(this.conditions.compile(field, rule.when()), rule.severity(), rule.reason()));
		}
		return rules;
	}

}
