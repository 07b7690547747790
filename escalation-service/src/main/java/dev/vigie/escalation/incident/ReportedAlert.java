package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An alert as alert-ingest tells it.
 *
 * @param startsAt when this episode began
 * @param endReason why it ended, if not because the sender saw it healthy
 */
public record ReportedAlert(String fingerprint, Map<String, String> labels, Map<String, String> annotations,
		Instant startsAt, @Nullable Instant endsAt, @Nullable String generatorUrl, @Nullable String endReason) {

	private static final int LONGEST = 200;

	public ReportedAlert {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
	}

	/**
	 * The alert in one line.
	 */
	String title(Map<String, String> groupLabels) {
		String summary = this.annotations.getOrDefault("summary", "").strip();
		if (!summary.isEmpty()) {
			return cut(summary);
		}
		String name = this.labels.getOrDefault("alertname", this.fingerprint);
		Map<String, String> others = new TreeMap<>(groupLabels);
		others.remove("alertname");
		String labels = others.entrySet()
			.stream()
			.map((label) -> label.getKey() + "=" + label.getValue())
			.collect(Collectors.joining(", "));
		return cut(labels.isEmpty() ? name : name + " (" + labels + ")");
	}

	// By code points: half an emoji is no character.
	private static String cut(String text) {
		String line = text.replaceAll("\\s+", " ");
		return (line.codePointCount(0, line.length()) <= LONGEST) ? line
				: line.substring(0, line.offsetByCodePoints(0, LONGEST));
	}

}
