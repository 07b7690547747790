package dev.vigie.alertingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/**
 * Sends fixtures as the index says they came: to an integration of their sender's type,
 * with their headers, and with the integration's key where theirs was.
 */
final class FixtureSender {

	static final String NAME = "indexed";

	private static final String SECRET = "sentry-client-secret";

	private static final Map<String, String> SPECS = new LinkedHashMap<>();

	static {
		SPECS.put("(.*/|malformed/)pagerduty-.*|pagerduty/.*", "{\"type\": \"pagerduty\"}");
		SPECS.put("(.*/|malformed/)opsgenie-.*|opsgenie/.*", "{\"type\": \"opsgenie\"}");
		SPECS.put("alertmanager/(webhook|incidentio)-.*", "{\"type\": \"alertmanager\"}");
		SPECS.put("alertmanager/victorops-.*", "{\"type\": \"victorops\"}");
		SPECS.put("alertmanager/slack-.*", """
				{"type": "generic", "settings": {"mapping": {"split": "body.attachments",
				"title": "item.title", "status": "item.color == 'danger'", "id": "item.title"}}}""");
		SPECS.put("alertmanager/telegram-.*", """
				{"type": "generic", "settings": {"mapping": {"title": "body.text", "status": "'firing'"}}}""");
		SPECS.put("prometheus/.*", "{\"type\": \"prometheus\"}");
		SPECS.put("grafana/.*", "{\"type\": \"grafana\"}");
		SPECS.put("sns/.*|malformed/sns-.*", """
				{"type": "sns", "settings": {"topics": ["arn:aws:sns:eu-west-1:123456789012:incidents"]}}""");
		SPECS.put("sentry/.*", "{\"type\": \"sentry\", \"settings\": {\"secrets\": [\"" + SECRET + "\"]}}");
		SPECS.put("uptime-kuma/.*", "{\"type\": \"uptime_kuma\"}");
		SPECS.put("malformed/.*", "{\"type\": \"alertmanager\"}");
	}

	private final MockMvcTester http;

	private final Sender sender;

	private final String key;

	private FixtureSender(MockMvcTester http, Sender sender) {
		this.http = http;
		this.sender = sender;
		this.key = sender.path().split("/")[4];
	}

	/**
	 * The sender of a fixture.
	 */
	static FixtureSender of(MockMvcTester http, IndexedFixture fixture) {
		String spec = SPECS.entrySet()
			.stream()
			.filter((entry) -> fixture.file().matches(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow(() -> new AssertionError("Nobody sends " + fixture));
		return new FixtureSender(http, Sender.integratedAs(http, NAME, spec));
	}

	Sender sender() {
		return this.sender;
	}

	MvcTestResult send(IndexedFixture fixture) {
		return send(fixture, body(fixture));
	}

	/**
	 * Sends other bytes as if they were the fixture.
	 */
	MvcTestResult send(IndexedFixture fixture, byte[] body) {
		return this.http.method(HttpMethod.valueOf(fixture.method()))
			.uri(URI.create(path(fixture)))
			.headers((headers) -> headers(fixture).forEach(headers::set))
			.content(body)
			.exchange();
	}

	/**
	 * What the Opsgenie API says of an alert.
	 */
	JsonNode opsgenie(String alias) {
		MvcTestResult result = this.http.get()
			.uri(URI.create("/v2/alerts/" + alias + "?identifierType=alias&apiKey=" + this.key))
			.exchange();
		return Sender.body(result).get("data");
	}

	private String path(IndexedFixture fixture) {
		String own = this.sender.path();
		String api = fixture.path().replaceFirst("^.*?(?=/v2/)", "");
		return switch (own.split("/")[3]) {
			case "pagerduty" -> api.isEmpty() ? "/v2/enqueue" : api;
			case "opsgenie" -> api.isEmpty() ? "/v2/alerts" : identified(api);
			case "victorops" -> own + "dba";
			case "prometheus" -> own + "api/v2/alerts";
			case "alertmanager" ->
				own.replace("alertmanager", fixture.file().contains("incidentio") ? "incidentio" : "alertmanager");
			default -> own;
		};
	}

	// The index names the id that Opsgenie gave; ours is another.
	private String identified(String path) {
		return !path.contains("identifierType=id") ? path : path.replaceFirst("alerts/[0-9a-f-]{36}",
				"alerts/" + opsgenie("db01%2Fdisk%20full%3F").get("id").asString());
	}

	private Map<String, String> headers(IndexedFixture fixture) {
		Map<String, String> headers = new LinkedHashMap<>(fixture.headers());
		switch (this.sender.path().split("/")[3]) {
			case "opsgenie" -> headers.put("Authorization", "GenieKey " + this.key);
			case "sentry" -> headers.put("Sentry-Hook-Signature", signature(fixture.body()));
			case "sns" -> {
				headers.putIfAbsent("x-amz-sns-message-type", "Notification");
				headers.putIfAbsent("x-amz-sns-topic-arn", "arn:aws:sns:eu-west-1:123456789012:incidents");
			}
			case "uptime_kuma", "alertmanager" -> headers.putIfAbsent("Content-Type", "application/json");
			default -> {
			}
		}
		return headers;
	}

	private byte[] body(IndexedFixture fixture) {
		if (!this.sender.path().contains("/pagerduty/") || fixture.file().startsWith("malformed/")) {
			return fixture.body();
		}
		return new String(fixture.body(), StandardCharsets.UTF_8)
			.replaceFirst("(\"routing_key\": ?)\"\\w+\"", "$1\"" + this.key + "\"")
			.getBytes(StandardCharsets.UTF_8);
	}

	private static String signature(byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
