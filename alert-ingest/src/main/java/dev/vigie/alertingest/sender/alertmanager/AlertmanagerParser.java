package dev.vigie.alertingest.sender.alertmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads Alertmanager's webhook, payload version 4, and the imitations of it: unknown
 * fields are skipped, absent and null ones tolerated. A stream, because one group may
 * hold ten thousand alerts.
 */
@Component
class AlertmanagerParser implements SenderParser {

	@Override
	public String type() {
		return "alertmanager";
	}

	@Override
	public Set<String> aliases() {
		return Set.of("incidentio");
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return List.of(new Setup("Alertmanager: a receiver of alertmanager.yml", "yaml", """
				receivers:
				  - name: vigie
				    webhook_configs:
				      - url: %s
				        send_resolved: true
				""".formatted(address.url())));
	}

	@Override
	public Reading read(Inbound inbound) {
		return JsonBodies.read(inbound.body(), (parser) -> {
			Payload payload = new Payload();
			read(parser, payload);
			return payload.reading(inbound.receivedAt());
		});
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

		private Reading reading(Instant receivedAt) {
			if (this.alerts == null) {
				throw new Invalid("alerts", "is required");
			}
			String key = (this.groupKey != null && !this.groupKey.isEmpty()) ? this.groupKey : keyOf(this.groupLabels);
			return Reading
				.of(new AlertReport.Group(key, this.groupLabels, this.hidden),
						this.alerts.stream().map((alert) -> alert.change(this.status, receivedAt)).toList())
				.cleaned(this.texts.cleaned());
		}

		private static String keyOf(Map<String, String> labels) {
			return new TreeMap<>(labels).entrySet()
				.stream()
				.map((label) -> label.getKey() + "=\"" + label.getValue() + "\"")
				.collect(Collectors.joining(", ", "{}:{", "}"));
		}

	}

}
