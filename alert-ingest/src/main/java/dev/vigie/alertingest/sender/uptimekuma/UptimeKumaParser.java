package dev.vigie.alertingest.sender.uptimekuma;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport.Group;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Fingerprints;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.alertingest.sender.Links;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.alertingest.sender.SenderTimes;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads Uptime Kuma's webhook: an alert for each monitor.
 */
@Component
class UptimeKumaParser implements SenderParser {

	@Override
	public String type() {
		return "uptime_kuma";
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return List.of(new Setup("Uptime Kuma: Settings, Notifications, Setup Notification", "text", """
				Notification Type: Webhook
				Post URL: %s
				Request Body: Preset - application/json
				""".formatted(address.url())));
	}

	@Override
	public Reading read(Inbound inbound) {
		JsonTexts texts = new JsonTexts();
		JsonNode body = JsonBodies.object(FormData.unwrap(inbound.body()));
		return read(body, texts, inbound.receivedAt()).cleaned(texts.cleaned());
	}

	private static Reading read(JsonNode body, JsonTexts texts, Instant receivedAt) {
		JsonNode heartbeat = body.path("heartbeat");
		String message = texts.text(body.get("msg"));
		if (!heartbeat.isObject()) {
			if (!body.has("heartbeat") && message == null) {
				throw new Invalid("heartbeat", "is required");
			}
			return Reading.nothing("It is about no monitor, as the test button sends it: " + message);
		}
		JsonNode monitor = body.path("monitor");
		String name = texts.text(monitor.get("name"));
		Instant time = time(texts.text(heartbeat.get("time")), receivedAt);
		String id = identity(heartbeat, monitor, texts);
		Map<String, String> labels = labels(monitor, texts, (name != null) ? name : "Monitor " + id);
		return switch (heartbeat.path("status").asInt(-1)) {
			case 0 -> reading(id, labels, AlertChange.firing(id)
				// Repeats while it is down are not important to Uptime Kuma, and begin
				// nothing.
				.startsAt(heartbeat.path("important").asBoolean(false) ? time : null)
				.annotations(annotations(heartbeat, monitor, texts, message))
				.statedAt(time));
			case 1 -> reading(id, labels,
					AlertChange.resolved(id)
						.endsAt(time)
						.annotations(annotations(heartbeat, monitor, texts, message))
						.statedAt(time));
			case 2 -> Reading.nothing("Monitor %s is pending and stays as it is".formatted(name));
			case 3 -> Reading.nothing("Monitor %s is under maintenance and stays as it is".formatted(name));
			default -> throw new Invalid("heartbeat.status", "must be 0, 1, 2 or 3");
		};
	}

	private static Reading reading(String id, Map<String, String> labels, AlertChange.Builder change) {
		return Reading.of(Group.of(id, Map.of("alertname", labels.getOrDefault("alertname", id), "monitor", id)),
				List.of(change.labels(labels).build()));
	}

	private static String identity(JsonNode heartbeat, JsonNode monitor, JsonTexts texts) {
		String id = texts.text(monitor.get("id"));
		id = (id != null) ? id : texts.text(heartbeat.get("monitorID"));
		if (id == null || id.isBlank()) {
			throw new Invalid("monitor.id", "is required");
		}
		return Fingerprints.bounded(id);
	}

	private static Map<String, String> labels(JsonNode monitor, JsonTexts texts, String name) {
		Map<String, String> labels = new HashMap<>();
		for (JsonNode tag : monitor.path("tags")) {
			put(labels, texts.text(tag.get("name")), texts.text(tag.get("value")));
		}
		labels.remove("vigie_kind"); // that word is ours
		String url = texts.text(monitor.get("url"));
		String host = texts.text(monitor.get("hostname"));
		put(labels, "instance", isFilled(url) ? url : host);
		put(labels, "monitor_type", texts.text(monitor.get("type")));
		labels.put("alertname", name);
		return labels;
	}

	private static Map<String, String> annotations(JsonNode heartbeat, JsonNode monitor, JsonTexts texts,
			@Nullable String message) {
		Map<String, String> annotations = new HashMap<>();
		put(annotations, "summary", message);
		put(annotations, "description", texts.text(heartbeat.get("msg")));
		String url = texts.text(monitor.get("url"));
		put(annotations, "link_1", isFilled(url) ? Links.absolute(url) : null);
		return annotations;
	}

	// A monitor that is not of the web has what the form began with.
	private static boolean isFilled(@Nullable String url) {
		return url != null && !url.equals("https://") && !url.equals("http://");
	}

	private static void put(Map<String, String> map, @Nullable String name, @Nullable String value) {
		if (name != null && !name.isBlank() && value != null && !value.isBlank()) {
			map.put(name, value);
		}
	}

	// UTC without a zone. A time that is none must not lose an alert.
	private static @Nullable Instant time(@Nullable String text, Instant receivedAt) {
		if (text == null) {
			return null;
		}
		try {
			return SenderTimes.read("heartbeat.time", text.strip().replace(' ', 'T') + "Z", receivedAt);
		}
		catch (Invalid _) {
			return null;
		}
	}

}
