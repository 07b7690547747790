package dev.vigie.oncall.person;

import java.util.List;

/**
 * Implemented by each feature that points to people, so that nobody deletes somebody who
 * is needed.
 */
@FunctionalInterface
public interface PersonUse {

	/**
	 * The documents that point to the person, for example {@code Team backend}.
	 */
	List<String> usesOfPerson(String person);

}
