package dev.vigie.escalation.severity;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Expression;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Impact × urgency: two words, and a severity for each pair of them. Upper and lower case
 * are alike.
 */
record Matrix(Expression impact, Expression urgency, Map<String, Map<String, Severity>> table) implements Rule {

	/**
	 * The table with its words as they are compared.
	 */
	static Map<String, Map<String, Severity>> table(Map<String, Map<String, Severity>> written, String field,
			List<FieldError> errors) {
		Map<String, Map<String, Severity>> table = new HashMap<>();
		if (written.isEmpty()) {
			errors.add(new FieldError(field, "must not be empty"));
		}
		written.forEach((impact, row) -> {
			String place = field + "." + impact;
			if (row == null || row.isEmpty()) {
				errors.add(new FieldError(place, "must say a severity for each urgency"));
				return;
			}
			Map<String, Severity> cells = new HashMap<>();
			row.forEach((urgency, severity) -> {
				if (severity == null) {
					errors.add(new FieldError(place + "." + urgency, "must be one of P1, P2, P3, P4, P5"));
				}
				else if (cells.put(word(urgency), severity) != null) {
					errors.add(new FieldError(place + "." + urgency, "must not be there twice"));
				}
			});
			if (table.put(word(impact), cells) != null) {
				errors.add(new FieldError(place, "must not be there twice"));
			}
		});
		return table;
	}

	@Override
	public Verdict ask(Facts facts) {
		String high = this.impact.text(facts);
		String soon = this.urgency.text(facts);
		if (high == null || soon == null) {
			return Verdict.Fails.because("NO_WORD", (high == null) ? this.impact.source() : this.urgency.source());
		}
		Severity severity = this.table.getOrDefault(word(high), Map.of()).get(word(soon));
		if (severity == null) {
			return Verdict.Fails.because("NO_CELL", high, soon);
		}
		return new Verdict.Holds(new Assessment(severity,
				"%s = %s × %s = %s".formatted(this.impact.source(), high, this.urgency.source(), soon)));
	}

	@Override
	public Asked asked() {
		return Asked.all(List.of(this.impact.asked(), this.urgency.asked()));
	}

	private static String word(@Nullable String text) {
		return (text != null) ? text.strip().toLowerCase(Locale.ROOT) : "";
	}

}
