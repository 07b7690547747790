package dev.vigie.escalation.condition;

import java.util.HashMap;
import java.util.Map;

/**
 * The words of one alert, or what several have in common.
 */
public record Said(Map<String, String> labels, Map<String, String> annotations) {

	public Said {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
	}

	/**
	 * What both say.
	 */
	public Said and(Said other) {
		return new Said(common(this.labels, other.labels), common(this.annotations, other.annotations));
	}

	private static Map<String, String> common(Map<String, String> some, Map<String, String> others) {
		Map<String, String> common = new HashMap<>(some);
		common.entrySet().retainAll(others.entrySet());
		return common;
	}

}
