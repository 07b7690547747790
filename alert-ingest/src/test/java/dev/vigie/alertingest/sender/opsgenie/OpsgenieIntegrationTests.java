package dev.vigie.alertingest.sender.opsgenie;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class OpsgenieIntegrationTests {

	private static final String ALIAS = "5ff256b5035e81a4138e7b7487250edc0f880871b33e4e1e4a995bdef159fcd6";

	private static final String DISK = "db01%2Fdisk%20full%3F";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	private Sender reader;

	private String key;

	private URI address;

	@BeforeEach
	void integrate() {
		this.reader = Sender.integratedAs(this.http, "prod");
		MvcTestResult result = this.http.put()
			.uri("/api/v1/integrations/og")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\": \"opsgenie\", \"team\": \"ops\"}")
			.exchange();
		this.address = URI.create(Sender.body(result).get("url").asString());
		this.key = this.address.getPath().split("/")[4];
	}

	@DisplayName("Check 18: a change right after the creation is taken and applied, whatever the alias holds")
	@Test
	void takesTheMessageAndDescriptionThatFollowEachCreation() {
		for (int i = 0; i < 2; i++) {
			accepted(post("/v2/alerts", Fixtures.bytes("alertmanager/opsgenie-create")));
			accepted(call(HttpMethod.PUT, "/v2/alerts/" + ALIAS + "/message?identifierType=alias",
					Fixtures.bytes("alertmanager/opsgenie-update-message")));
			accepted(call(HttpMethod.PUT, "/v2/alerts/" + ALIAS + "/description?identifierType=alias",
					Fixtures.bytes("alertmanager/opsgenie-update-description")));
		}
		assertThat(this.reader.news()).containsExactly("alert.fired");
		accepted(call(HttpMethod.PUT, "/v2/alerts/" + ALIAS + "/message?identifierType=alias",
				"{\"message\": \"[FIRING:3] PostgresDown\"}"));
		assertThat(this.reader.news()).containsExactly("alert.fired", "alert.updated");
		assertThat(last().get("data").get("alert").get("annotations").get("summary").asString())
			.isEqualTo("[FIRING:3] PostgresDown");
		accepted(post("/v2/alerts/" + ALIAS + "/close?identifierType=alias",
				Fixtures.bytes("alertmanager/opsgenie-close")));
		assertThat(this.reader.news()).containsExactly("alert.fired", "alert.updated", "alert.resolved");
	}

	@DisplayName("Check 18: a change right after the creation is taken and applied, whatever the alias holds")
	@Test
	void changesAnAlertThatItDoesNotKnowYetIntoNothing() {
		accepted(call(HttpMethod.PUT, "/v2/alerts/" + ALIAS + "/message?identifierType=alias",
				Fixtures.bytes("alertmanager/opsgenie-update-message")));
		assertThat(this.reader.news()).isEmpty();
	}

	@DisplayName("Check 3: a mixed group to the PagerDuty or Opsgenie endpoint is an update, no second page")
	@Test
	void leavesAnOpenAlertAsItReadsWhenItIsCreatedAgain() {
		accepted(post("/v2/alerts", Fixtures.bytes("alertmanager/opsgenie-create")));
		String mixed = new String(Fixtures.bytes("alertmanager/opsgenie-create"), StandardCharsets.UTF_8)
			.replace("[FIRING:2]", "[FIRING:1]")
			.replace("\"case\":\"basic\"", "\"case\":\"mixed\"");
		accepted(post("/v2/alerts", mixed));
		assertThat(this.reader.news()).containsExactly("alert.fired");
		JsonNode alert = get("/v2/alerts/" + ALIAS + "?identifierType=alias");
		assertThat(alert.get("count").asInt()).isEqualTo(2);
		assertThat(alert.get("status").asString()).isEqualTo("open");
		assertThat(alert.get("message").asString()).startsWith("[FIRING:2]");
		assertThat(alert.get("details").get("case").asString()).isEqualTo("basic");
	}

	@DisplayName("Check 17: what is said of an unknown key or alias is taken and opens nothing")
	@Test
	void opensNothingWhenAnUnknownAlertIsClosed() {
		for (String type : List.of("alias", "id", "tiny")) {
			accepted(post("/v2/alerts/unknown/close?identifierType=" + type, "{}"));
		}
		MvcTestResult close = post("/v2/alerts/unknown/close?identifierType=alias", "{}");
		assertThat(this.reader.news()).isEmpty();
		assertThat(this.reader.get("/api/v1/alerts", "alerts:read").get("items")).isEmpty();
		JsonNode request = get("/v2/alerts/requests/" + accepted(close));
		assertThat(request.get("success").asBoolean()).isFalse();
		assertThat(request.get("status").asString()).isEqualTo("Alert does not exist");
	}

	@Test
	void beginsAnewWhenAClosedAliasIsCreated() {
		accepted(post("/v2/alerts", "{\"message\": \"one\", \"alias\": \"a\"}"));
		accepted(post("/v2/alerts/a/close?identifierType=alias", "{\"user\": \"ada\", \"note\": \"mended\"}"));
		assertThat(last().get("data").get("alert").get("endReason").asString()).isEqualTo("Closed by ada: mended");
		this.clock.set(this.clock.instant().plusSeconds(60));
		accepted(post("/v2/alerts", "{\"message\": \"two\", \"alias\": \"a\"}"));
		assertThat(this.reader.news()).containsExactly("alert.fired", "alert.resolved", "alert.fired");
		assertThat(get("/v2/alerts/a?identifierType=alias").get("message").asString()).isEqualTo("two");
	}

	@Test
	void passesOnWhatIsSaidOfAnAlert() {
		this.clock.set(Instant.parse("2026-03-02T08:00:00Z"));
		accepted(post("/v2/alerts", Fixtures.bytes("opsgenie/create-full")));
		accepted(post("/v2/alerts/" + DISK + "/acknowledge?identifierType=alias",
				Fixtures.bytes("opsgenie/acknowledge")));
		JsonNode event = last();
		assertThat(event.get("type").asString()).isEqualTo("dev.vigie.alert.acknowledged");
		assertThat(event.get("data").get("word").get("by").asString()).isEqualTo("a@example.org");
		String id = get("/v2/alerts/" + DISK + "?identifierType=alias").get("id").asString();
		accepted(post("/v2/alerts/" + id + "/snooze?identifierType=id", Fixtures.bytes("opsgenie/snooze")));
		assertThat(last().get("data").get("word").get("until").asString()).isEqualTo("2026-03-02T12:00:00Z");
		String tiny = get("/v2/alerts/" + id).get("tinyId").asString();
		accepted(post("/v2/alerts/" + tiny + "/notes?identifierType=tiny", "{\"note\": \"nearly\"}"));
		accepted(post("/v2/alerts/" + id + "/actions/Restart", "{}"));
		accepted(call(HttpMethod.DELETE, "/v2/alerts/" + id + "?user=ada", ""));
		assertThat(this.reader.news()).containsExactly("alert.fired", "alert.acknowledged", "alert.snoozed",
				"alert.noted", "alert.noted", "alert.resolved");
	}

	@Test
	void tellsWhatBecameOfARequest() {
		String id = accepted(post("/v2/alerts", Fixtures.bytes("opsgenie/create-full")));
		JsonNode request = get("/v2/alerts/requests/" + id);
		assertThat(request.get("success").asBoolean()).isTrue();
		assertThat(request.get("isSuccess").asBoolean()).isTrue();
		assertThat(request.get("action").asString()).isEqualTo("Create");
		assertThat(request.get("status").asString()).isEqualTo("Created alert");
		assertThat(request.get("alias").asString()).isEqualTo("db01/disk full?");
		assertThat(request.get("processedAt").asString()).isEqualTo("2026-03-02T12:00:00Z");
		assertThat(request.get("alertId").asString())
			.isEqualTo(get("/v2/alerts/" + DISK + "?identifierType=alias").get("id").asString());
		for (String unknown : List.of("70413a06-38d6-4c85-92b8-5ebc900d42e2", "x")) {
			assertThat(call(HttpMethod.GET, "/v2/alerts/requests/" + unknown, "")).hasStatus(404)
				.hasHeader("X-Opsgenie-Errortype", "RequestNotProcessed");
		}
	}

	@Test
	void listsAndCountsItsOwnAlerts() {
		this.reader.tells("alertmanager/webhook-v4-firing-two");
		for (String name : List.of("one", "two", "three")) {
			accepted(post("/v2/alerts",
					"{\"message\": \"Disk %1$s full\", \"alias\": \"%1$s\", \"priority\": \"P2\"}".formatted(name)));
		}
		accepted(post("/v2/alerts/two/close?identifierType=alias", "{}"));
		assertThat(get("/v2/alerts")).hasSize(3);
		assertThat(get("/v2/alerts?limit=1&offset=1")).hasSize(1);
		assertThat(get("/v2/alerts?query=status%3Aopen")).hasSize(2);
		assertThat(get("/v2/alerts?query=status%3Dclosed").get(0).get("alias").asString()).isEqualTo("two");
		assertThat(get("/v2/alerts?query=alias%3A%20%22one%22+AND+priority:P2&sort=updatedAt&order=asc")).hasSize(1);
		assertThat(get("/v2/alerts?query=%22disk%20three%22")).hasSize(1);
		assertThat(get("/v2/alerts?query=disk%20three")).hasSize(1);
		assertThat(get("/v2/alerts/count?query=status:open").get("count").asInt()).isEqualTo(2);
		for (String query : List.of("status:odd", "a%20OR%20b", "teams:x", "(a)")) {
			assertThat(call(HttpMethod.GET, "/v2/alerts?query=" + query, "")).hasStatus(422);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "db01%2Fdisk%20full%3F", "100%25", "%2Fa%2F%2Fb", "a%5Cb", "a%3Bb%3D1", "%252F",
			"%C3%BC%20%F0%9F%94%A5", "a+b", "http:%2F%2Fx.example" })
	void findsAliasesWithAnyCharacter(String encoded) {
		String alias = URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
		accepted(post("/v2/alerts", "{\"message\": \"m\", \"alias\": \"" + alias.replace("\\", "\\\\") + "\"}"));
		accepted(post("/v2/alerts/" + encoded + "/close?identifierType=alias", "{}"));
		assertThat(this.reader.news()).containsExactly("alert.fired", "alert.resolved");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/jsm/ops/integration/v2/alerts", "/v2/alerts", "/v2/alerts/" })
	void answersAtEachOfItsPaths(String path) {
		accepted(post(path, "{\"message\": \"m\"}"));
		assertThat(this.reader.news()).containsExactly("alert.fired");
	}

	@Test
	void findsTheKeyInTheAddressOrTheQuery() {
		String path = this.address.getPath() + "v2/alerts";
		MvcTestResult result = this.http.post()
			.uri(URI.create(path))
			.header(HttpHeaders.AUTHORIZATION, "GenieKey something else")
			.content("{\"message\": \"m\", \"alias\": \"a/b\"}")
			.exchange();
		accepted(result);
		accepted(this.http.post().uri(URI.create(path + "/a%2Fb/close?identifierType=alias")).content("{}").exchange());
		accepted(this.http.post().uri("/v2/alerts?apiKey={key}", this.key).content("{\"message\": \"m\"}").exchange());
		assertThat(this.reader.news()).containsExactly("alert.fired", "alert.resolved", "alert.fired");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "GenieKey wrong", "Bearer x", "GenieKey " })
	void answersAnUnknownKeyAsOpsgenieDoes(String authorization) {
		MvcTestResult result = this.http.post()
			.uri("/v2/alerts")
			.header(HttpHeaders.AUTHORIZATION, authorization)
			.content("{\"message\": \"m\"}")
			.exchange();
		assertThat(result).hasStatus(401);
		assertThat(Sender.body(result).get("message").asString()).isEqualTo("Could not authenticate");
		assertThat(Sender.body(result).get("requestId").asString()).isNotEmpty();
		assertThat(this.reader.news()).isEmpty();
	}

	@Test
	void saysWhatIsWrongAsOpsgenieDoes() {
		MvcTestResult result = post("/v2/alerts", Fixtures.bytes("malformed/opsgenie-empty-message"));
		assertThat(result).hasStatus(422);
		assertThat(Sender.body(result).get("message").asString())
			.isEqualTo("Request body is not processable. Please check the errors.");
		assertThat(Sender.body(result).get("errors").toString())
			.isEqualTo("{\"message\":\"Message can not be empty.\"}");
		assertThat(post("/v2/alerts", "{\"message\": ")).hasStatus(400);
		assertThat(post("/v2/alerts/a/fly", "{}")).hasStatus(404);
		assertThat(call(HttpMethod.GET, "/v2/alerts/70413a06-38d6-4c85-92b8-5ebc900d42e2", "")).hasStatus(404);
		assertThat(post("/v2/alerts/a/close?identifierType=odd", "{}")).hasStatus(422);
		JsonNode deliveries = this.reader.get("/api/v1/integrations/og/deliveries", "config:read");
		assertThat(deliveries.get("items")).hasSize(2);
	}

	private static String accepted(MvcTestResult result) {
		assertThat(result).hasStatus(202);
		JsonNode body = Sender.body(result);
		assertThat(body.get("result").asString()).isEqualTo("Request will be processed");
		assertThat(body.get("took").isNumber()).isTrue();
		assertThat(result).hasHeader("X-Request-Id", body.get("requestId").asString());
		return body.get("requestId").asString();
	}

	private MvcTestResult post(String uri, String body) {
		return call(HttpMethod.POST, uri, body);
	}

	private MvcTestResult post(String uri, byte[] body) {
		return call(HttpMethod.POST, uri, body);
	}

	private MvcTestResult call(HttpMethod method, String uri, String body) {
		return call(method, uri, body.getBytes(StandardCharsets.UTF_8));
	}

	private MvcTestResult call(HttpMethod method, String uri, byte @Nullable [] body) {
		return this.http.method(method)
			.uri(URI.create(uri))
			.header(HttpHeaders.AUTHORIZATION, "GenieKey " + this.key)
			.content(body)
			.exchange();
	}

	private JsonNode get(String uri) {
		MvcTestResult result = call(HttpMethod.GET, uri, "");
		assertThat(result).hasStatus(200);
		return Sender.body(result).get("data");
	}

	private JsonNode last() {
		return this.reader.feed(0).getLast();
	}

}
