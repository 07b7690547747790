package dev.vigie.runbook.match;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.vigie.runbook.runbook.AnchoredRegex;
import dev.vigie.runbook.runbook.Matcher;

/**
 * A matcher made ready to be asked many times.
 *
 * @param isLabel whether it looks at the labels, else at the annotations
 * @param key the name of the label or annotation
 * @param value what it must be, if it is not a regular expression
 * @param regex the regular expression as written
 * @param compiled the same, compiled
 */
record Condition(boolean isLabel, String key, @Nullable String value, @Nullable String regex,
		@Nullable AnchoredRegex compiled) {

	private static final int LONGEST_QUOTE = 100;

	static Condition of(Matcher matcher) {
		String label = matcher.label();
		String key = (label != null) ? label : String.valueOf(matcher.annotation());
		String regex = matcher.matches();
		return new Condition(label != null, key, matcher.value(), regex,
				(regex != null) ? AnchoredRegex.compile(regex) : null);
	}

	boolean holds(Map<String, String> labels, Map<String, String> annotations) {
		String actual = actual(labels, annotations);
		if (actual == null) {
			return false;
		}
		return (this.compiled != null) ? this.compiled.matches(actual) : actual.equals(this.value);
	}

	String sentence(Map<String, String> labels, Map<String, String> annotations) {
		String fact = "%s %s is \"%s\"".formatted(this.isLabel ? "label" : "annotation", this.key,
				quote(String.valueOf(actual(labels, annotations))));
		return (this.regex != null) ? fact + ", which matches \"" + quote(this.regex) + "\"" : fact;
	}

	private @Nullable String actual(Map<String, String> labels, Map<String, String> annotations) {
		return (this.isLabel ? labels : annotations).get(this.key);
	}

	private static String quote(String text) {
		return (text.length() <= LONGEST_QUOTE) ? text : text.substring(0, LONGEST_QUOTE) + "…";
	}

}
