package dev.vigie.alertingest.sender.pagerduty;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.sender.Links;

/**
 * The labels and annotations of an event.
 */
final class EventWords {

	private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");

	private static final String STATE = "^\\[[A-Z]+(:\\d+)?]\\s*";

	private static final int LONGEST_NAME = 200;

	private static final int LONGEST_DETAIL = 4000;

	private static final int MOST_DETAILS = 50;

	private final EventFields event;

	private final EventFields payload;

	private final EventFields details;

	EventWords(EventFields event) {
		this.event = event;
		this.payload = event.in("payload");
		this.details = this.payload.in("custom_details");
	}

	/**
	 * What the alert is about; nothing if the event does not say.
	 */
	Map<String, String> labels() {
		String summary = this.payload.text("summary");
		if (summary == null) {
			return Map.of();
		}
		Map<String, String> labels = new LinkedHashMap<>();
		put(labels, "alertname", name(summary));
		put(labels, "severity", severity(this.payload.text("severity")));
		put(labels, "service", first(this.details.text("service"), this.payload.text("component")));
		put(labels, "instance", this.payload.text("source"));
		put(labels, "team", this.details.text("team"));
		for (String field : new String[] { "component", "group", "class" }) {
			put(labels, field, this.payload.text(field));
		}
		return labels;
	}

	// The summary of a group counts its alerts, so it is the last resort.
	private String name(String summary) {
		String kind = this.payload.text("class");
		String given = (kind == null || kind.equals("default")) ? this.details.text("alertname") : kind;
		String name = (given != null) ? given : summary.replaceFirst(STATE, "");
		return EventFields.cut(name.isEmpty() ? summary : name, LONGEST_NAME);
	}

	// It is free text of a template: what is no severity still is an error.
	private static String severity(@Nullable String text) {
		String severity = (text != null) ? text.toLowerCase(Locale.ROOT) : "";
		return SEVERITIES.contains(severity) ? severity : "error";
	}

	Map<String, String> annotations() {
		Map<String, String> annotations = new LinkedHashMap<>();
		details(annotations);
		put(annotations, "summary", this.payload.text("summary"));
		put(annotations, "timestamp", this.payload.text("timestamp"));
		put(annotations, "client", this.event.text("client"));
		put(annotations, "client_url", Links.absolute(this.event.text("client_url")));
		links(annotations);
		images(annotations);
		return annotations;
	}

	private void details(Map<String, String> annotations) {
		JsonNode all = this.payload.node("custom_details");
		if (!all.isObject()) {
			detail(annotations, "details", all);
			return;
		}
		all.properties().forEach((detail) -> {
			if (detail.getValue().isObject() && detail.getValue().valueStream().noneMatch(JsonNode::isContainer)) {
				detail.getValue()
					.properties()
					.forEach((inner) -> detail(annotations, detail.getKey() + "." + inner.getKey(), inner.getValue()));
			}
			else {
				detail(annotations, detail.getKey(), detail.getValue());
			}
		});
	}

	private void detail(Map<String, String> annotations, String name, JsonNode value) {
		String text = EventFields.text(this.event.texts(), value, LONGEST_DETAIL);
		boolean link = name.endsWith("_url") || name.startsWith("link_");
		if (annotations.size() < MOST_DETAILS && !name.isBlank() && (!link || Links.absolute(text) != null)) {
			put(annotations, EventFields.cut(this.event.texts().clean(name), LONGEST_NAME), text);
		}
	}

	private void links(Map<String, String> annotations) {
		int number = 0;
		for (JsonNode link : this.event.node("links")) {
			String href = Links.absolute(EventFields.text(this.event.texts(), link.path("href"), LONGEST_DETAIL));
			String text = EventFields.text(this.event.texts(), link.path("text"), LONGEST_NAME);
			if (href != null && ++number <= MOST_DETAILS) {
				annotations.put("link_" + number, href);
				if (text != null && text.toLowerCase(Locale.ROOT).contains("runbook")) {
					annotations.putIfAbsent("runbook_url", href);
				}
			}
		}
	}

	private void images(Map<String, String> annotations) {
		for (JsonNode image : this.event.node("images")) {
			String source = Links.absolute(EventFields.text(this.event.texts(), image.path("src"), LONGEST_DETAIL));
			if (source != null) {
				annotations.put("image_url", source);
				return;
			}
		}
	}

	/**
	 * What was changed, as alerts name it in their label {@code service}.
	 */
	@Nullable String changedService() {
		return first(this.details.text("service"), first(this.payload.text("component"), this.payload.text("source")));
	}

	private static @Nullable String first(@Nullable String text, @Nullable String other) {
		return (text != null) ? text : other;
	}

	private static void put(Map<String, String> map, String name, @Nullable String value) {
		if (value != null) {
			map.put(name, value);
		}
	}

}
