package dev.vigie.shared.document;

import java.util.regex.Pattern;

import dev.vigie.shared.problem.Invalid;

/**
 * Names of configuration documents: what people write in YAML and see in addresses.
 */
public final class Names {

	/**
	 * Lower-case letters, digits, dots and dashes, at most 63, beginning and ending with
	 * a letter or digit.
	 */
	public static final String PATTERN = "[a-z0-9]([-a-z0-9.]{0,61}[a-z0-9])?";

	private static final Pattern COMPILED = Pattern.compile(PATTERN);

	private Names() {
	}

	public static String check(String field, String name) {
		if (!COMPILED.matcher(name).matches()) {
			throw new Invalid(field, "must be lower-case letters, digits, dots and dashes, at most 63");
		}
		return name;
	}

	/**
	 * Checks the name that a list is read on from; empty at its beginning.
	 */
	public static void checkPlace(String after) {
		if (!after.isEmpty()) {
			check("after", after);
		}
	}

}
