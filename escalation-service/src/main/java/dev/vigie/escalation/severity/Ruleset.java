package dev.vigie.escalation.severity;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Condition;
import dev.vigie.escalation.condition.Conditions;
import dev.vigie.escalation.condition.Expression;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.TimeZones;
import dev.vigie.escalation.condition.Variable;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Severity rules that are ready to be asked.
 *
 * @param asked what they ask for
 */
record Ruleset(List<Rule> rules, Severity otherwise, ZoneId zone, Asked asked) {

	/**
	 * What a rule may ask about: everything but the severity it is to say.
	 */
	static final Set<Variable> KNOWN = EnumSet.complementOf(EnumSet.of(Variable.SEVERITY));

	static Ruleset of(SeverityRulesSpec spec, Conditions conditions) {
		return new Reading(conditions).read(spec);
	}

	Severities.Decision decide(Facts facts, Instant at) {
		return Severities.decide(this.rules, this.otherwise, facts.at(at, this.zone));
	}

	/**
	 * Reads what people wrote, and gathers everything that is wrong with it.
	 */
	private static final class Reading {

		private final Conditions conditions;

		private final List<FieldError> errors = new ArrayList<>();

		private Reading(Conditions conditions) {
			this.conditions = conditions;
		}

		private Ruleset read(SeverityRulesSpec spec) {
			List<Rule> rules = new ArrayList<>();
			for (int i = 0; i < spec.rules().size(); i++) {
				Rule rule = rule(spec.rules().get(i), "rules[%d]".formatted(i));
				if (rule != null) {
					rules.add(rule);
				}
			}
			if (spec.defaults() != null) {
				rules.add(new CommonLabels());
			}
			Asked asked = Asked.all(rules.stream().map(Rule::asked).toList());
			attempt(() -> {
				TimeZones.check("timeZone", spec.timeZone(), asked);
				return asked;
			});
			if (spec.otherwise() == null) {
				this.errors.add(new FieldError("default", "must be one of P1, P2, P3, P4, P5"));
			}
			if (!this.errors.isEmpty()) {
				throw new Invalid(this.errors);
			}
			return new Ruleset(List.copyOf(rules), spec.otherwise(),
					(spec.timeZone() != null) ? ZoneId.of(spec.timeZone()) : ZoneOffset.UTC, asked);
		}

		private @Nullable Rule rule(SeverityRulesSpec.Rule rule, String field) {
			if (rule.threshold() != null && rule.matrix() != null) {
				this.errors.add(new FieldError(field, "must not have both threshold and matrix"));
				return null;
			}
			Rule ready = (rule.threshold() != null) ? Threshold.of(rule.threshold(), field + ".threshold", this.errors)
					: (rule.matrix() != null) ? matrix(rule.matrix(), field + ".matrix") : null;
			if (rule.threshold() == null && rule.matrix() == null) {
				return when(rule, field);
			}
			if (rule.severity() != null) {
				this.errors
					.add(new FieldError(field + ".severity", "must not stand beside a ready form, which says it"));
			}
			Condition only = (rule.when() != null) ? condition(rule.when(), field + ".when") : null;
			return (ready != null) ? new Rule.Only(only, ready, rule.reason()) : null;
		}

		private @Nullable Rule when(SeverityRulesSpec.Rule rule, String field) {
			if (rule.when() == null || rule.when().isBlank()) {
				this.errors.add(new FieldError(field + ".when", "must not be blank"));
			}
			if (rule.severity() == null) {
				this.errors.add(new FieldError(field + ".severity", "must be one of P1, P2, P3, P4, P5"));
			}
			if (rule.when() == null || rule.when().isBlank() || rule.severity() == null) {
				return null;
			}
			Condition condition = condition(rule.when(), field + ".when");
			return (condition != null) ? new Rule.When(condition, rule.severity(), rule.reason()) : null;
		}

		private @Nullable Rule matrix(SeverityRulesSpec.Matrix matrix, String field) {
			int before = this.errors.size();
			Expression impact = attempt(() -> this.conditions.expression(field + ".impact", matrix.impact(), KNOWN));
			Expression urgency = attempt(() -> this.conditions.expression(field + ".urgency", matrix.urgency(), KNOWN));
			Matrix read = (impact != null && urgency != null)
					? new Matrix(impact, urgency, Matrix.table(matrix.table(), field + ".table", this.errors)) : null;
			return (this.errors.size() == before) ? read : null;
		}

		private @Nullable Condition condition(String text, String field) {
			return attempt(() -> this.conditions.compile(field, text, KNOWN));
		}

		private <T> @Nullable T attempt(Supplier<T> reading) {
			try {
				return reading.get();
			}
			catch (Invalid refused) {
				this.errors.addAll(refused.errors());
				return null;
			}
		}

	}

}
