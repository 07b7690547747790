package dev.vigie.alertingest;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A sender, mostly an Alertmanager, with an integration of its own, and a reader of the
 * feed.
 */
public final class Sender {

	private static final JsonMapper json = JsonMapper.builder().build();

	private final MockMvcTester http;

	private final String path;

	private Sender(MockMvcTester http, String path) {
		this.http = http;
		this.path = path;
	}

	public static Sender integratedAs(MockMvcTester http, String name) {
		return integratedAs(http, name, "{\"type\": \"alertmanager\", \"team\": \"rewapp\"}");
	}

	/**
	 * A sender whose integration is written by hand.
	 */
	public static Sender integratedAs(MockMvcTester http, String name, String spec) {
		MvcTestResult result = http.put()
			.uri("/api/v1/integrations/{name}", name)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
		assertThat(result).hasStatus2xxSuccessful();
		return new Sender(http, URI.create(body(result).get("url").asString()).getPath());
	}

	public String path() {
		return this.path;
	}

	public MvcTestResult sends(byte[] body) {
		return this.http.post().uri(this.path).contentType(MediaType.APPLICATION_JSON).content(body).exchange();
	}

	public MvcTestResult sends(byte[] body, Map<String, String> headers) {
		return this.http.post().uri(this.path).headers((all) -> headers.forEach(all::add)).content(body).exchange();
	}

	public MvcTestResult sends(String body) {
		return sends(body.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Sends the fixture, which must be accepted.
	 */
	public void tells(String fixture) {
		assertThat(sends(Fixtures.bytes(fixture))).hasStatus(200);
	}

	/**
	 * Sends alerts of one group, which must be accepted.
	 */
	public void tells(int hidden, Told... alerts) {
		assertThat(sends(json.writeValueAsString(Map.of("version", "4", "groupKey", "{}:{alertname=\"Disk\"}",
				"groupLabels", Map.of("alertname", "Disk"), "truncatedAlerts", hidden, "alerts", alerts))))
			.hasStatus(200);
	}

	/**
	 * The feed after a position.
	 */
	public List<JsonNode> feed(long after) {
		return body(this.http.get()
			.uri("/feed?lastEventId={after}", after)
			.with(Tokens.by("reader", "feed:read"))
			.exchange()).valueStream().toList();
	}

	/**
	 * The types of all events in the feed.
	 */
	public List<String> news() {
		return feed(0).stream().map((event) -> event.get("type").asString().replace("dev.vigie.", "")).toList();
	}

	public JsonNode get(String uri, String scope) {
		MvcTestResult result = this.http.get().uri(uri).with(Tokens.by("ada", scope)).exchange();
		assertThat(result).hasStatus(200);
		return body(result);
	}

	public static JsonNode body(MvcTestResult result) {
		MockHttpServletResponse response = result.getResponse();
		return json.readTree(response.getContentAsByteArray());
	}

	public static @Nullable String retryAfter(MvcTestResult result) {
		return result.getResponse().getHeader(HttpHeaders.RETRY_AFTER);
	}

	/**
	 * One alert of a body.
	 */
	public record Told(String status, Map<String, String> labels, Map<String, String> annotations, String startsAt,
			String endsAt, @Nullable String fingerprint) {

		public static Told firing(String instance, String startsAt) {
			return new Told("firing", Map.of("alertname", "Disk", "instance", instance), Map.of(), startsAt,
					"0001-01-01T00:00:00Z", null);
		}

		public static Told resolved(String instance, String startsAt, String endsAt) {
			return new Told("resolved", Map.of("alertname", "Disk", "instance", instance), Map.of(), startsAt, endsAt,
					null);
		}

	}

}
