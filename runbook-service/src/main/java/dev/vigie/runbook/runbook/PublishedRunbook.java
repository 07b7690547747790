package dev.vigie.runbook.runbook;

import java.util.List;

/**
 * The current version of a runbook without its body: what matching needs.
 *
 * @param name the runbook's name
 * @param version the version that is current
 * @param title what it is called
 * @param match the conditions that must all hold
 */
public record PublishedRunbook(String name, int version, String title, List<Matcher> match) {

	public PublishedRunbook {
		match = List.copyOf(match);
	}

}
