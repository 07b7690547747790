package dev.vigie.alertingest.matcher;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression that must fit a whole value, in RE2 syntax, whose time grows with
 * the value and never explodes.
 */
final class WholeRegex {

	private static final int LONGEST = 500;

	private static final int LARGEST = 10_000;

	// RE2 writes x{100} out a hundred times, so repeats in repeats fill the memory.
	private static final Pattern REPEAT = Pattern.compile("\\{(\\d+)(?:,(\\d*))?\\}");

	private WholeRegex() {
	}

	/**
	 * Compiles the expression.
	 * @throws IllegalArgumentException saying what is wrong with it
	 */
	static Pattern compile(String regex) {
		if (regex.length() > LONGEST || size(regex) > LARGEST) {
			throw new IllegalArgumentException("is too large an expression");
		}
		try {
			return Pattern.compile(regex);
		}
		catch (PatternSyntaxException failure) {
			throw new IllegalArgumentException("is not an RE2 regular expression: %s: `%s`"
				.formatted(failure.getDescription(), failure.getPattern()), failure);
		}
	}

	private static double size(String regex) {
		double size = regex.length();
		Matcher repeats = REPEAT.matcher(regex);
		while (repeats.find()) {
			String most = repeats.group(2);
			String bound = (most == null || most.isEmpty()) ? repeats.group(1) : most;
			size *= Math.max(1, Double.parseDouble(bound));
		}
		return size;
	}

}
