package dev.vigie.escalation.channel;

/**
 * Text from outside on one line: what goes into a header or a reason must not break out
 * of it.
 */
final class Lines {

	private static final int LONGEST = 300;

	private Lines() {
	}

	static String single(String text) {
		String line = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
		return (line.codePointCount(0, line.length()) <= LONGEST) ? line
				: line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
	}

}
