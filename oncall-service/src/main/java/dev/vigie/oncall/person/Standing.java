package dev.vigie.oncall.person;

import java.util.List;

/**
 * Says where a person stands. A bean of each feature that knows more than that a document
 * points to the person.
 */
public interface Standing {

	/**
	 * The places, now and to come.
	 */
	List<Place> places(String person);

}
