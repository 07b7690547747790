package dev.vigie.escalation.update;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a template can be filled with.
 */
enum Placeholder {

	NUMBER("number"),

	TITLE("title"),

	SEVERITY("severity"),

	STATUS("status"),

	TEAM("team"),

	IMPACT("impact"),

	STARTED("started"),

	ENGINEER("engineer"),

	/**
	 * What this update says.
	 */
	MESSAGE("message"),

	/**
	 * What the updates before and this one said, a line each.
	 */
	ACTIONS("actions"),

	UPDATED("updated"),

	/**
	 * When the next update comes; nothing when none is promised.
	 */
	NEXT_UPDATE("nextUpdate"),

	LINK("link");

	private final String word;

	Placeholder(String word) {
		this.word = word;
	}

	static Optional<Placeholder> of(String word) {
		return Arrays.stream(values()).filter((place) -> place.word.equals(word)).findFirst();
	}

	static String all() {
		return Arrays.stream(values()).map((place) -> place.word).collect(Collectors.joining(", "));
	}

}
