package dev.vigie.escalation.incident;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Where a report comes from.
 *
 * @param integration the name of the integration
 * @param team the team of the integration, if any
 * @param groupLabels the labels the sender groups by
 * @param hidden how many firing alerts of the group the sender held back
 */
public record AlertSender(String integration, @Nullable String team, Map<String, String> groupLabels, int hidden) {

	public AlertSender {
		groupLabels = Map.copyOf(groupLabels);
	}

	Origin origin() {
		return Origin.of(this.integration, this.groupLabels);
	}

}
