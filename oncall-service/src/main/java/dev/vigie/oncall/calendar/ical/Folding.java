package dev.vigie.oncall.calendar.ical;

/**
 * Breaks lines as RFC 5545 has it: after 75 octets of UTF-8 at most, never inside a
 * character.
 */
final class Folding {

	private static final int LONGEST = 75;

	private Folding() {
	}

	static String fold(String text) {
		StringBuilder folded = new StringBuilder(text.length() + text.length() / 32);
		int octets = 0;
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			boolean ends = character == '\r' || character == '\n';
			int size = size(character);
			if (!ends && octets + size > LONGEST) {
				folded.append("\r\n ");
				octets = 1;
			}
			folded.appendCodePoint(character);
			octets = ends ? 0 : octets + size;
			i += Character.charCount(character);
		}
		return folded.toString();
	}

	private static int size(int character) {
		if (character < 0x80) {
			return 1;
		}
		if (character < 0x800) {
			return 2;
		}
		return (character < 0x10000) ? 3 : 4;
	}

}
