package dev.vigie.escalation.condition;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * What conditions ask for, so that nothing else is counted.
 *
 * @param variables the variables
 * @param labels the labels whose values are counted
 * @param values the names whose numbers are measured
 */
public record Asked(Set<Variable> variables, Set<String> labels, Set<String> values) {

	public static final Asked NOTHING = new Asked(Set.of(), Set.of(), Set.of());

	public Asked {
		variables = Set.copyOf(variables);
		labels = Set.copyOf(labels);
		values = Set.copyOf(values);
	}

	/**
	 * What all of them ask for.
	 */
	public static Asked all(Collection<Asked> several) {
		Set<Variable> variables = new HashSet<>();
		Set<String> labels = new HashSet<>();
		Set<String> values = new HashSet<>();
		several.forEach((one) -> {
			variables.addAll(one.variables);
			labels.addAll(one.labels);
			values.addAll(one.values);
		});
		return new Asked(variables, labels, values);
	}

	/**
	 * Whether the answer depends on the clock of a zone.
	 */
	public boolean localTime() {
		return this.variables.stream().anyMatch(Variable.LOCAL::contains);
	}

	/**
	 * Whether something must be counted or measured.
	 */
	public boolean numbers() {
		return !this.labels.isEmpty() || !this.values.isEmpty();
	}

}
