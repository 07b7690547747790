package dev.vigie.escalation.condition;

import java.util.Map;

/**
 * What a condition may ask about.
 *
 * @param labels the labels common to the firing alerts, and those of the group
 * @param annotations the annotations common to the firing alerts
 * @param firing how many alerts fire, those included that the sender held back
 * @param integration the name of the integration
 * @param team the team, empty if there is none
 */
public record Facts(Map<String, String> labels, Map<String, String> annotations, int firing, String integration,
		String team) {

	public Facts {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
	}

}
