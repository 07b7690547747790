package dev.vigie.allinone.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What REWAPP's Alertmanager posts (webhook version 4) when its API needs more than two
 * seconds right after a release.
 */
final class ExampleAlert {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final Duration PENDING = Duration.ofMinutes(3);

	private final Instant at;

	private final String release;

	private final Map<String, String> group;

	ExampleAlert(Instant at) {
		this.at = at;
		// A group of its own each time: the incident of an earlier demo stays as it is.
		this.release = "r" + at.getEpochSecond();
		this.group = Map.of("alertname", "ApiLatencyP95", "service", "api", "release", this.release);
	}

	/**
	 * Whether the incident is this alert's.
	 */
	boolean belongsTo(JsonNode incident) {
		return this.release.equals(incident.path("groupLabels").path("release").asString(""));
	}

	JsonNode payload() {
		ObjectNode payload = json.createObjectNode()
			.put("receiver", "vigie")
			.put("status", "firing")
			.put("externalURL", "https://alertmanager.rewapp.example")
			.put("version", "4")
			.put("groupKey",
					"{}/{severity=\"critical\"}:{alertname=\"ApiLatencyP95\", release=\"%s\", service=\"api\"}"
						.formatted(this.release))
			.put("truncatedAlerts", 0);
		payload.putPOJO("groupLabels", this.group);
		payload.set("commonLabels", labels());
		payload.set("commonAnnotations", annotations());
		payload.putArray("alerts").add(alert("api-1")).add(alert("api-2"));
		return json.readTree(payload.toString());
	}

	private ObjectNode alert(String instance) {
		ObjectNode alert = json.createObjectNode()
			.put("status", "firing")
			.put("startsAt", this.at.minus(PENDING).toString())
			.put("endsAt", "0001-01-01T00:00:00Z")
			.put("generatorURL", "https://prometheus.rewapp.example/graph?g0.expr=api%3Alatency%3Ap95&g0.tab=1")
			.put("fingerprint", fingerprint(instance));
		alert.set("labels", labels().put("instance", instance + ".rewapp.example:9464"));
		alert.set("annotations", annotations());
		return alert;
	}

	// As with Alertmanager, other labels make another alert; an open incident would claim
	// a known one.
	private String fingerprint(String instance) {
		byte[] identity = (this.release + " " + instance).getBytes(StandardCharsets.UTF_8);
		return "%016x".formatted(UUID.nameUUIDFromBytes(identity).getMostSignificantBits());
	}

	private ObjectNode labels() {
		ObjectNode labels = json.createObjectNode()
			.put("severity", "critical")
			.put("latency", "over-2s")
			.put("cluster", "rewapp-prod")
			.put("environment", "production");
		this.group.forEach(labels::put);
		return labels;
	}

	private static ObjectNode annotations() {
		return json.createObjectNode()
			.put("summary", "API latency P95 is 2.7 s")
			.put("description", "P95 latency of the API has been above 2 s for 3 minutes (normal: below 200 ms).");
	}

}
