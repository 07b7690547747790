package dev.vigie.oncall.calendar.ical;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What somebody should look at: each once, and not more than anybody reads.
 */
public final class Warnings {

	private static final int MOST = 50;

	private static final int LONGEST = 300;

	private final Set<String> texts = new LinkedHashSet<>();

	public void add(String text) {
		if (this.texts.size() < MOST) {
			String clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ");
			this.texts
				.add((clean.length() > LONGEST) ? clean.substring(0, LONGEST).replaceAll("\\p{Cs}$", "") + "…" : clean);
		}
	}

	public List<String> list() {
		return List.copyOf(this.texts);
	}

}
