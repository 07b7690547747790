package dev.vigie.gateway.console.incidents;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.vigie.gateway.console.incidents.IncidentsClient.Alert;
import dev.vigie.gateway.console.layout.Moment;
import dev.vigie.gateway.console.layout.Times;
import dev.vigie.gateway.console.layout.WebAddress;
import dev.vigie.gateway.console.silences.Muting;

/**
 * One alert of an incident as its page shows it.
 *
 * @param kind what is meant where it is no ordinary problem, a word the messages have
 * @param source where the sender shows it
 * @param muting what keeps it quiet if it begins again now
 */
record AlertView(@Nullable String fingerprint, String status, String name, @Nullable String kind,
		List<Line> annotations, List<Line> labels, @Nullable Moment started, @Nullable String source,
		@Nullable Muting muting) {

	private static final String KIND = "vigie_kind";

	private static final Set<String> KINDS = Set.of("no-data", "error", "heartbeat", "quota", "too-large", "test");

	AlertView {
		annotations = List.copyOf(annotations);
		labels = List.copyOf(labels);
	}

	static AlertView of(Alert alert, @Nullable Muting muting, Times times, Locale locale) {
		Map<String, String> labels = new TreeMap<>(alert.labelled());
		String kind = labels.get(KIND);
		if (kind != null && KINDS.contains(kind)) {
			labels.remove(KIND);
		}
		else {
			kind = null; // a word of the sender's own is shown as it is
		}
		return new AlertView(alert.fingerprint(), alert.status(), labels.getOrDefault("alertname", ""), kind,
				lines((alert.annotations() != null) ? new TreeMap<>(alert.annotations()) : Map.of()), lines(labels),
				times.moment(alert.startsAt(), locale),
				WebAddress.is(alert.generatorUrl()) ? alert.generatorUrl() : null, muting);
	}

	private static List<Line> lines(Map<String, String> texts) {
		return texts.entrySet()
			.stream()
			.map((text) -> new Line(text.getKey(), text.getValue(), WebAddress.is(text.getValue())))
			.toList();
	}

	/**
	 * A label or an annotation.
	 *
	 * @param link whether its value is an address to follow
	 */
	record Line(String name, String value, boolean link) {
	}

}
