package dev.vigie.escalation.document;

import java.util.List;

/**
 * Implemented as a bean by each kind of document this program keeps, so that kinds can
 * point to each other without knowing each other.
 */
public interface Kind {

	/**
	 * The name of the kind, for example {@code Channel}.
	 */
	String kind();

	boolean exists(String name);

	/**
	 * The documents of this kind that point to the given one, each as {@code Kind/name}.
	 */
	List<String> pointingTo(String kind, String name);

}
