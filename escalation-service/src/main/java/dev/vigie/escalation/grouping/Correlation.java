package dev.vigie.escalation.grouping;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which new groups belong to an incident that is open already.
 *
 * @param labels those whose values must be equal
 * @param within how long after the incident last began or grew by such an alert
 * @param across further integrations whose incidents are looked at
 */
public record Correlation(List<String> labels, Duration within, List<String> across) {

	public Correlation {
		labels = List.copyOf(labels);
		across = List.copyOf(across);
	}

	/**
	 * The values that count; absent when the alert lacks one of the labels, for what is
	 * missing twice is not the same.
	 */
	public Optional<Map<String, String>> values(Map<String, String> alert) {
		Map<String, String> values = new TreeMap<>();
		for (String label : this.labels) {
			String value = alert.get(label);
			if (value == null || value.isEmpty()) {
				return Optional.empty();
			}
			values.put(label, value);
		}
		return Optional.of(values);
	}

	/**
	 * Whether an incident of {@code other} is looked at for an alert of
	 * {@code integration}.
	 */
	public boolean looksAt(String integration, String other) {
		return other.equals(integration) || this.across.contains(other);
	}

	/**
	 * Half-open: what comes exactly at the end of the window is too late. What was
	 * accepted a little earlier, but told later, is not.
	 */
	boolean isInTime(Instant last, Instant at) {
		return at.isBefore(last.plus(this.within));
	}

}
