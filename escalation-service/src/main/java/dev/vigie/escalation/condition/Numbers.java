package dev.vigie.escalation.condition;

import java.util.List;
import java.util.Map;

/**
 * What is counted and measured over the firing alerts of an incident; a name that nobody
 * says has no entry.
 *
 * @param greatest the greatest number of each name
 * @param least the least number of each name
 * @param distinct how many values each label has
 * @param each the values of each label in their order, {@value #LISTED} at most
 */
public record Numbers(Map<String, Double> greatest, Map<String, Double> least, Map<String, Long> distinct,
		Map<String, List<String>> each) {

	/**
	 * More values of a label are counted and not listed.
	 */
	public static final int LISTED = 100;

	public static final Numbers NONE = new Numbers(Map.of(), Map.of(), Map.of(), Map.of());

	public Numbers {
		greatest = Map.copyOf(greatest);
		least = Map.copyOf(least);
		distinct = Map.copyOf(distinct);
		each = Map.copyOf(each);
	}

}
