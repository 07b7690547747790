package dev.vigie.alertingest;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry of the fixtures' index: a body, how it came, and what a correct receiver
 * concludes.
 *
 * @param file without its ending
 * @param path where it came to, as far as the sender's own API names it
 * @param expect what is expected of it, empty if it is no delivery
 */
record IndexedFixture(String file, String method, String path, Map<String, String> headers,
		Map<String, JsonNode> expect) {

	private static final JsonMapper json = JsonMapper.builder().build();

	static List<IndexedFixture> all() {
		return json.readTree(Fixtures.bytes("INDEX")).get("fixtures").valueStream().map(IndexedFixture::of).toList();
	}

	private static IndexedFixture of(JsonNode entry) {
		JsonNode request = entry.path("request");
		Map<String, String> headers = new LinkedHashMap<>();
		request.path("headers")
			.properties()
			.forEach((header) -> headers.put(header.getKey(), header.getValue().asString()));
		Map<String, JsonNode> expect = new LinkedHashMap<>();
		entry.path("expect").properties().forEach((member) -> expect.put(member.getKey(), member.getValue()));
		if (entry.has("expect") && expect.isEmpty()) {
			expect.put("accept", json.getNodeFactory().booleanNode(true));
		}
		return new IndexedFixture(entry.get("file").asString().replaceFirst("\\.json$", ""),
				request.path("method").asString("POST"), request.path("path").asString(""), headers, expect);
	}

	byte[] body() {
		return Fixtures.bytes(this.file);
	}

	/**
	 * The body as a tree, for what the index says of its texts.
	 */
	JsonNode tree() {
		return json.readTree(body());
	}

	@Nullable JsonNode expected(String name) {
		return this.expect.get(name);
	}

	/**
	 * When it comes, so that its times are past or future as they were for the sender.
	 */
	Instant comesAt() {
		if (this.file.startsWith("prometheus/")) {
			return Instant.parse("2026-11-21T07:52:25Z");
		}
		return Instant.parse(this.file.startsWith("opsgenie/") ? "2026-03-02T09:00:00Z" : "2026-11-21T09:00:00Z");
	}

	/**
	 * What came before it, if it only has a meaning after that.
	 */
	@Nullable String comesAfter() {
		return switch (this.file) {
			case "alertmanager/pagerduty-resolve" -> "alertmanager/pagerduty-trigger";
			case "alertmanager/opsgenie-update-message", "alertmanager/opsgenie-update-description",
					"alertmanager/opsgenie-close" ->
				"alertmanager/opsgenie-create";
			case "pagerduty/acknowledge", "pagerduty/resolve" -> "pagerduty/trigger-full";
			case "opsgenie/acknowledge", "opsgenie/snooze" -> "opsgenie/create-full";
			case "sns/cloudwatch-ok-v1", "sns/cloudwatch-insufficient-data-v2" -> "sns/cloudwatch-alarm-v2";
			case "sentry/metric-alert-resolved" -> "sentry/metric-alert-critical";
			case "sentry/issue-resolved" -> "sentry/event-alert";
			case "uptime-kuma/up" -> "uptime-kuma/down";
			default -> null;
		};
	}

	@Override
	public String toString() {
		return this.file;
	}

}
