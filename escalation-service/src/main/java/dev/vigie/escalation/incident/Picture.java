package dev.vigie.escalation.incident;

import java.util.HashMap;
import java.util.Map;

/**
 * What the firing alerts of an incident have in common.
 */
record Picture(Map<String, String> labels, Map<String, String> annotations) {

	Picture {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
	}

	static Picture of(ReportedAlert alert) {
		return new Picture(alert.labels(), alert.annotations());
	}

	/**
	 * What is still common when another alert joins.
	 */
	Picture and(ReportedAlert alert) {
		return new Picture(common(this.labels, alert.labels()), common(this.annotations, alert.annotations()));
	}

	Picture with(Map<String, String> groupLabels) {
		Map<String, String> all = new HashMap<>(this.labels);
		all.putAll(groupLabels);
		return new Picture(all, this.annotations);
	}

	private static Map<String, String> common(Map<String, String> some, Map<String, String> others) {
		Map<String, String> common = new HashMap<>(some);
		common.entrySet().retainAll(others.entrySet());
		return common;
	}

}
