package dev.vigie.oncall.person;

import java.util.List;

/**
 * What a feature keeps of people beyond what is found without it: documents that point to
 * them, and columns named {@code person}, {@code replaces}, {@code takes_over},
 * {@code author}, {@code editor} or {@code ..._by}, and the feed. A bean of each feature
 * that keeps more; called in the transaction that exports or erases.
 */
public interface PersonalData {

	/**
	 * What the export calls it, for example {@code departures}.
	 */
	String part();

	/**
	 * Everything kept of the person, as records that become JSON.
	 */
	List<?> export(String person);

	/**
	 * Writes the pseudonym wherever the person's name stands, also in what is past, and
	 * clears what else would tell who they were. Figures stay as they are: nothing is
	 * deleted that somebody counts.
	 */
	void rename(String person, String pseudonym);

}
