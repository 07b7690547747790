package dev.vigie.alertingest.sender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads Alertmanager's webhook, payload version 4, and the imitations of it: unknown
 * fields are skipped, absent and null ones tolerated. A stream, because one group may
 * hold ten thousand alerts.
 */
@Component
class AlertmanagerParser implements SenderParser {

	private static final StreamReadConstraints GUARDS = StreamReadConstraints.builder()
		.maxNestingDepth(100)
		.maxStringLength(8 * 1024 * 1024)
		.maxNameLength(64 * 1024)
		.maxNumberLength(100)
		.build();

	private final JsonMapper json = JsonMapper.builder(JsonFactory.builder().streamReadConstraints(GUARDS).build())
		.build();

	@Override
	public String type() {
		return "alertmanager";
	}

	@Override
	public Parsed parse(byte[] body, Instant receivedAt) {
		try (JsonParser parser = this.json.createParser(body)) {
			Payload payload = new Payload();
			read(parser, payload);
			if (parser.nextToken() != null) {
				throw new Invalid("", "There is something after the end of the JSON object");
			}
			return payload.parsed(receivedAt);
		}
		catch (JacksonException failure) {
			throw new Invalid("", reason(failure));
		}
	}

	private static void read(JsonParser parser, Payload payload) {
		JsonToken first = parser.nextToken();
		if (first != JsonToken.START_OBJECT) {
			throw new Invalid("", (first == null) ? "The body is empty" : "The body must be a JSON object");
		}
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String field = parser.currentName();
			parser.nextToken();
			switch (field) {
				case "groupKey" -> payload.groupKey = payload.texts.text(parser);
				case "status" -> payload.status = payload.texts.text(parser);
				case "truncatedAlerts" -> payload.hidden = payload.texts.count(parser, field);
				case "groupLabels" -> payload.groupLabels = payload.texts.map(parser, field);
				case "alerts" -> payload.alerts = alerts(parser, payload.texts);
				default -> parser.skipChildren();
			}
		}
	}

	private static String reason(JacksonException failure) {
		TokenStreamLocation place = failure.getLocation(); // a broken guard has none
		return (place == null) ? failure.getOriginalMessage() : "%s (line %d, column %d)"
			.formatted(failure.getOriginalMessage(), place.getLineNr(), place.getColumnNr());
	}

	// null is what Go makes of an empty list.
	private static List<AlertReader> alerts(JsonParser parser, JsonTexts texts) {
		List<AlertReader> alerts = new ArrayList<>();
		if (parser.currentToken() == JsonToken.VALUE_NULL) {
			return alerts;
		}
		if (parser.currentToken() != JsonToken.START_ARRAY) {
			throw new Invalid("alerts", "must be a list");
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			alerts.add(AlertReader.read(parser, texts, "alerts[" + alerts.size() + "]"));
		}
		return alerts;
	}

	/**
	 * The body as far as it was read; its fields come in any order.
	 */
	private static final class Payload {

		private final JsonTexts texts = new JsonTexts();

		private @Nullable String groupKey;

		private @Nullable String status;

		private int hidden;

		private Map<String, String> groupLabels = Map.of();

		private @Nullable List<AlertReader> alerts;

		private Parsed parsed(Instant receivedAt) {
			if (this.alerts == null) {
				throw new Invalid("alerts", "is required");
			}
			String key = (this.groupKey != null && !this.groupKey.isEmpty()) ? this.groupKey : keyOf(this.groupLabels);
			return new Parsed(new AlertReport.Group(key, this.groupLabels, this.hidden),
					this.alerts.stream().map((alert) -> alert.change(this.status, receivedAt)).toList(),
					this.texts.cleaned());
		}

		private static String keyOf(Map<String, String> labels) {
			return new TreeMap<>(labels).entrySet()
				.stream()
				.map((label) -> label.getKey() + "=\"" + label.getValue() + "\"")
				.collect(Collectors.joining(", ", "{}:{", "}"));
		}

	}

}
