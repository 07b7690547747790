package dev.vigie.escalation.channel;

/**
 * Text from outside on one line: what goes into a header or a reason must not break out
 * of it.
 */
public final class Lines {

	private static final int LONGEST = 300;

	private Lines() {
	}

	/**
	 * The text without line breaks and other control characters.
	 */
	public static String joined(String text) {
		return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
	}

	/**
	 * At most so many code points of the text.
	 */
	public static String cut(String text, int longest) {
		return (text.codePointCount(0, text.length()) <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
	}

	static String single(String text) {
		return cut(joined(text), LONGEST);
	}

}
