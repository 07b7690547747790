package dev.vigie.escalation.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.severity.SeverityRulesSpec.Direction;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * A number that is bad from one bound on, and worse from another. A bound that is reached
 * counts.
 */
record Threshold(Measure measure, boolean below, @Nullable Double warning, @Nullable Double critical,
		SeverityRulesSpec.Levels levels) implements Rule {

	/**
	 * Reads one, or says what is wrong with it.
	 */
	static @Nullable Threshold of(SeverityRulesSpec.Threshold spec, String field, List<FieldError> errors) {
		List<FieldError> mine = new ArrayList<>();
		finite(spec.warning(), field + ".warning", mine);
		finite(spec.critical(), field + ".critical", mine);
		boolean below = below(spec, field, mine);
		Measure measure = Measure.parse(spec.value(), below);
		if (measure == null) {
			mine.add(new FieldError(field + ".value",
					"must be a name, values.name, least.name, labels.name, annotations.name, distinct.name or firing; "
							+ "other characters as in values[\"a name\"]"));
		}
		errors.addAll(mine);
		return (measure != null && mine.isEmpty())
				? new Threshold(measure, below, spec.warning(), spec.critical(), spec.levels()) : null;
	}

	private static void finite(@Nullable Double bound, String field, List<FieldError> errors) {
		if (bound != null && !Double.isFinite(bound)) {
			errors.add(new FieldError(field, "must be a finite number"));
		}
	}

	private static boolean below(SeverityRulesSpec.Threshold spec, String field, List<FieldError> errors) {
		Double warning = spec.warning();
		Double critical = spec.critical();
		boolean said = spec.direction() == Direction.BELOW;
		if (warning == null && critical == null) {
			errors.add(new FieldError(field, "must have warning, critical or both"));
			return said;
		}
		if (warning == null || critical == null) {
			if (spec.direction() == null) {
				errors.add(new FieldError(field + ".direction", "must be above or below where there is one bound"));
			}
			return said;
		}
		if (warning.equals(critical)) {
			errors.add(new FieldError(field + ".critical", "must not be the same as warning"));
		}
		boolean meant = critical < warning;
		if (spec.direction() != null && said != meant) {
			errors.add(new FieldError(field + ".direction", "must be %s, for critical is %s warning"
				.formatted(meant ? "below" : "above", meant ? "below" : "above")));
		}
		return meant;
	}

	@Override
	public Verdict ask(Facts facts) {
		OptionalDouble number = this.measure.read(facts);
		if (number.isEmpty()) {
			return Verdict.Fails.because("NO_NUMBER", this.measure.text());
		}
		double value = number.getAsDouble();
		if (this.critical != null && reached(value, this.critical)) {
			return holds(value, this.critical, this.levels.critical(), "critical");
		}
		if (this.warning != null && reached(value, this.warning)) {
			return holds(value, this.warning, this.levels.warning(), "warning");
		}
		double first = (this.warning != null) ? this.warning : (this.critical != null) ? this.critical : value;
		return Verdict.Fails.because("NOT_REACHED", this.measure.text(), Measure.plain(value), this.below ? ">" : "<",
				Measure.plain(first));
	}

	private boolean reached(double value, double bound) {
		return this.below ? value <= bound : value >= bound;
	}

	private Verdict holds(double value, double bound, Severity severity, String level) {
		return new Verdict.Holds(new Assessment(severity, "%s = %s %s %s (%s)".formatted(this.measure.text(),
				Measure.plain(value), this.below ? "≤" : "≥", Measure.plain(bound), level)));
	}

	@Override
	public Asked asked() {
		return this.measure.asked();
	}

}
