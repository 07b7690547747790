package dev.vigie.alertingest.sender.generic;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.vigie.alertingest.sender.Reading;

/**
 * Remarks on how a body was read, the first few.
 */
final class Notes {

	private static final int MOST = 5;

	private static final int LONGEST = 200;

	private final Set<String> notes = new LinkedHashSet<>();

	private int more;

	void add(String note) {
		if (this.notes.size() < MOST) {
			this.notes.add(Texts.cut(note.replace("\0", ""), LONGEST));
		}
		else if (!this.notes.contains(note)) {
			this.more++;
		}
	}

	Reading on(Reading reading) {
		Reading noted = reading;
		for (String note : this.notes) {
			noted = noted.noted(note);
		}
		return (this.more > 0) ? noted.noted("and %d more remarks".formatted(this.more)) : noted;
	}

}
