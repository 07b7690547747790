package dev.vigie.alertingest.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.shared.problem.Invalid;

/**
 * A body with alerts of one group, as Alertmanager's webhook and those that speak like it
 * send it: unknown fields are skipped, absent and null ones tolerated. Read as a stream,
 * because one group may hold ten thousand alerts.
 */
public final class AlertsGroup {

	private final JsonTexts texts = new JsonTexts();

	private @Nullable String groupKey;

	private @Nullable String status;

	private int hidden;

	private Map<String, String> groupLabels = Map.of();

	private @Nullable List<ListedAlert> alerts;

	private AlertsGroup() {
	}

	/**
	 * Reads a body.
	 * @param wanted the members of each alert to keep besides the usual ones
	 */
	public static AlertsGroup read(byte[] body, Set<String> wanted) {
		return JsonBodies.read(body, (parser) -> {
			AlertsGroup group = new AlertsGroup();
			group.read(parser, wanted);
			return group;
		});
	}

	private void read(JsonParser parser, Set<String> wanted) {
		JsonToken first = parser.nextToken();
		if (first != JsonToken.START_OBJECT) {
			throw new Invalid("", (first == null) ? "The body is empty" : "The body must be a JSON object");
		}
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String field = parser.currentName();
			parser.nextToken();
			switch (field) {
				case "groupKey" -> this.groupKey = this.texts.text(parser);
				case "status" -> this.status = this.texts.text(parser);
				case "truncatedAlerts" -> this.hidden = this.texts.count(parser, field);
				case "groupLabels" -> this.groupLabels = this.texts.map(parser, field);
				case "alerts" -> this.alerts = alerts(parser, this.texts, field, wanted);
				default -> parser.skipChildren();
			}
		}
	}

	/**
	 * Reads a list of alerts; the parser stands on its first token. None is what Go makes
	 * of an empty list.
	 * @param field the name of the list, empty if it is the whole body
	 * @param wanted the members of each alert to keep besides the usual ones
	 */
	public static List<ListedAlert> alerts(JsonParser parser, JsonTexts texts, String field, Set<String> wanted) {
		List<ListedAlert> alerts = new ArrayList<>();
		if (parser.currentToken() == JsonToken.VALUE_NULL) {
			return alerts;
		}
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			throw new Invalid(field, "must be a list");
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			alerts.add(ListedAlert.read(parser, texts, field + "[" + alerts.size() + "]", wanted));
		}
		return alerts;
	}

	/**
	 * Whether the body has a list of alerts at all.
	 */
	public boolean isOne() {
		return this.alerts != null;
	}

	public List<ListedAlert> alerts() {
		if (this.alerts == null) {
			throw new Invalid("alerts", "is required");
		}
		return this.alerts;
	}

	/**
	 * The status of the whole, which counts only for an alert that has none.
	 */
	public @Nullable String status() {
		return this.status;
	}

	/**
	 * The sender's group, named after its labels if it has no key.
	 */
	public Group group() {
		String key = (this.groupKey != null && !this.groupKey.isEmpty()) ? this.groupKey : keyOf(this.groupLabels);
		return new Group(key, this.groupLabels, this.hidden);
	}

	/**
	 * Whether anything had to be changed so that it can be stored.
	 */
	public boolean cleaned() {
		return this.texts.cleaned();
	}

	/**
	 * The key of a group that has nothing but labels, in Alertmanager's manner.
	 */
	public static String keyOf(Map<String, String> labels) {
		return new TreeMap<>(labels).entrySet()
			.stream()
			.map((label) -> label.getKey() + "=\"" + label.getValue() + "\"")
			.collect(Collectors.joining(", ", "{}:{", "}"));
	}

}
