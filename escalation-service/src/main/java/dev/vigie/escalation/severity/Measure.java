package dev.vigie.escalation.severity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Asked;
import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Readings;
import dev.vigie.escalation.condition.Variable;

/**
 * A number that a threshold is about: {@code cpu} and {@code values.cpu},
 * {@code least.cpu}, {@code labels.cpu}, {@code annotations.cpu}, {@code distinct.site}
 * or {@code firing}; {@code ["a name"]} stands for a name with other characters.
 */
record Measure(String text, Variable of, String name) {

	private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

	private static final Pattern PATH = Pattern
		.compile("(values|least|labels|annotations|distinct)(?:\\.([A-Za-z_][A-Za-z0-9_]*)|\\[\"([^\"]+)\"])");

	/**
	 * Reads one.
	 * @return null when it is none
	 */
	static @Nullable Measure parse(String written, boolean below) {
		String text = written.strip();
		if (text.equals("firing")) {
			return new Measure(text, Variable.FIRING, "");
		}
		if (NAME.matcher(text).matches()) {
			return new Measure(text, below ? Variable.LEAST : Variable.VALUES, text);
		}
		Matcher path = PATH.matcher(text);
		if (!path.matches()) {
			return null;
		}
		String name = (path.group(2) != null) ? path.group(2) : path.group(3);
		return new Measure(text, switch (path.group(1)) {
			case "values" -> below ? Variable.LEAST : Variable.VALUES; // the worst of
																		// them
			case "least" -> Variable.LEAST;
			case "labels" -> Variable.LABELS;
			case "annotations" -> Variable.ANNOTATIONS;
			default -> Variable.DISTINCT;
		}, name);
	}

	OptionalDouble read(Facts facts) {
		return switch (this.of) {
			case FIRING -> OptionalDouble.of(facts.firing());
			case VALUES -> optional(facts.numbers().greatest().get(this.name));
			case LEAST -> optional(facts.numbers().least().get(this.name));
			case DISTINCT -> optional(facts.numbers().distinct().get(this.name));
			case LABELS -> Readings.number(facts.labels().getOrDefault(this.name, ""));
			case ANNOTATIONS -> Readings.number(facts.annotations().getOrDefault(this.name, ""));
			default -> OptionalDouble.empty();
		};
	}

	Asked asked() {
		return switch (this.of) {
			case VALUES, LEAST -> new Asked(Set.of(this.of), Set.of(), Set.of(this.name));
			case DISTINCT -> new Asked(Set.of(this.of), Set.of(this.name), Set.of());
			default -> new Asked(Set.of(this.of), Set.of(), Set.of());
		};
	}

	/**
	 * A number as people write it.
	 */
	static String plain(double number) {
		BigDecimal rounded = new BigDecimal(number).round(new MathContext(10)).stripTrailingZeros();
		return (rounded.precision() - rounded.scale() > 15 || rounded.scale() > 15) ? rounded.toString()
				: rounded.toPlainString();
	}

	private static OptionalDouble optional(@Nullable Number number) {
		return (number != null) ? OptionalDouble.of(number.doubleValue()) : OptionalDouble.empty();
	}

}
