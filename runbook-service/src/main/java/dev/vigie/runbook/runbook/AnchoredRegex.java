package dev.vigie.runbook.runbook;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that must fit a whole value, in RE2 syntax: its running time grows
 * with the value and never explodes, so no runbook can hold up the others.
 */
public final class AnchoredRegex {

	static final int LONGEST = 500;

	static final int LARGEST = 10_000;

	// RE2 writes x{100} out a hundred times, so repeats in repeats fill the memory.
	private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

	private final Pattern pattern;

	private AnchoredRegex(Pattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * Compiles the expression.
	 * @throws IllegalArgumentException saying what is wrong with it
	 */
	public static AnchoredRegex compile(String regex) {
		if (regex.length() > LONGEST) {
			throw new IllegalArgumentException("must be at most %d characters long".formatted(LONGEST));
		}
		if (size(regex) > LARGEST) {
			throw new IllegalArgumentException("repeats so often that it would be too large");
		}
		try {
			return new AnchoredRegex(Pattern.compile(regex));
		}
		catch (PatternSyntaxException failure) {
			throw new IllegalArgumentException("is not an RE2 regular expression: %s: `%s`"
				.formatted(failure.getDescription(), failure.getPattern()), failure);
		}
	}

	public boolean matches(String value) {
		return this.pattern.matches(value);
	}

	private static double size(String regex) {
		double size = regex.length();
		Matcher repeats = REPEAT.matcher(regex);
		while (repeats.find()) {
			String bound = (repeats.group(2) == null || repeats.group(2).isEmpty()) ? repeats.group(1)
					: repeats.group(2);
			size *= Math.max(1, Double.parseDouble(bound));
		}
		return size;
	}

}
