package dev.vigie.alertingest.sender.opsgenie;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.heartbeat.Lapsing;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class HeartbeatApiIntegrationTests {

	private static final String ROOT = "/v2/heartbeats";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	@Autowired
	private ApplicationContext program;

	private Sender sender;

	private String key;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "og", "{\"type\": \"opsgenie\", \"team\": \"dba\"}");
		this.key = this.sender.path().split("/")[4];
	}

	@Test
	void createsTheHeartbeatOfTheFixtureAndShowsIt() {
		MvcTestResult created = call(HttpMethod.POST, ROOT, Fixtures.bytes("opsgenie/heartbeat-create"));
		assertThat(created).hasStatus(201).bodyJson().extractingPath("$.result").isEqualTo("Created");
		assertThat(created.getResponse().getHeader("X-Request-Id"))
			.isEqualTo(Sender.body(created).get("requestId").asString());
		assertThat(Sender.body(call(HttpMethod.GET, ROOT + "/nightly-backup")).get("data").toString()).isEqualTo(
				"{\"name\":\"nightly-backup\",\"interval\":25,\"intervalUnit\":\"hours\",\"enabled\":true,\"expired\":false,"
						+ "\"ownerTeam\":{\"name\":\"dba\"},\"alertMessage\":\"nightly-backup missed\",\"alertTags\":[],"
						+ "\"alertPriority\":\"P2\"}");
		assertThat(Sender.body(call(HttpMethod.GET, ROOT)).get("data").get("heartbeats")).hasSize(1);
		assertThat(this.sender.get("/api/v1/heartbeats/nightly-backup", "config:read").get("status").asString())
			.isEqualTo("waiting");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /ping", "POST, /ping", "PUT, /ping", "HEAD, /ping", "POST, /ping/" })
	void answersAPingAsOpsgenieDoes(String method, String path) {
		create("{\"name\": \"backup\", \"interval\": 10, \"intervalUnit\": \"minutes\"}");
		MvcTestResult pong = call(HttpMethod.valueOf(method), ROOT + "/backup" + path);
		assertThat(pong).hasStatus(202);
		if (!method.equals("HEAD")) {
			JsonNode expected = JsonMapper.builder()
				.build()
				.readTree(Fixtures.bytes("opsgenie/responses"))
				.get("202 ping");
			assertThat(Sender.body(pong).propertyNames()).containsExactlyElementsOf(expected.propertyNames());
			assertThat(Sender.body(pong).get("result")).isEqualTo(expected.get("result"));
		}
		assertThat(data("backup").get("lastPingTime").asString()).isEqualTo("2026-03-02T12:00:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v2/heartbeats", "/jsm/ops/integration/v2/heartbeats",
			"/integrations/v1/opsgenie/{key}/v2/heartbeats" })
	void answersOnAllThreeRoots(String root) {
		String path = root.replace("{key}", this.key);
		create("{\"name\": \"Nightly backup/eu\", \"interval\": 1, \"intervalUnit\": \"days\"}");
		assertThat(call(HttpMethod.GET, path + "/Nightly%20backup%2Feu/ping")).hasStatus(202);
		assertThat(call(HttpMethod.POST, path + "/ping?name=Nightly%20backup%2Feu")).hasStatus(202);
		assertThat(call(HttpMethod.GET, path + "/Nightly%20backup%2Feu")).hasStatus(200)
			.bodyJson()
			.extractingPath("$.data.name")
			.isEqualTo("Nightly backup/eu");
		assertThat(call(HttpMethod.GET, path + "/ping")).hasStatus(422);
	}

	@Test
	void opensOneAlertForAMissedIntervalAndClosesItWithTheNextPing() {
		create("{\"name\": \"backup\", \"interval\": 10, \"alertMessage\": \"Backup\\nis late\", \"alertPriority\": \"P1\"}");
		this.clock.advance(Duration.ofMinutes(11));
		Lapsing.run(this.program);
		Lapsing.run(this.program);
		assertThat(this.sender.news()).containsExactly("alert.fired");
		JsonNode alert = this.sender.feed(0).getFirst().get("data").get("alert");
		assertThat(alert.get("annotations").get("summary").asString()).isEqualTo("Backup is late");
		assertThat(alert.get("labels").get("priority").asString()).isEqualTo("P1");
		assertThat(data("backup").get("expired").asBoolean()).isTrue();
		assertThat(call(HttpMethod.POST, ROOT + "/backup/ping")).hasStatus(202);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
		assertThat(data("backup").get("expired").asBoolean()).isFalse();
	}

	@Test
	void isSilentWhileItIsDisabled() {
		create("{\"name\": \"backup\", \"interval\": 10, \"enabled\": false}");
		assertThat(data("backup").get("enabled").asBoolean()).isFalse();
		this.clock.advance(Duration.ofHours(1));
		Lapsing.run(this.program);
		assertThat(this.sender.news()).isEmpty();
		assertThat(call(HttpMethod.POST, ROOT + "/backup/enable")).hasStatus(200)
			.bodyJson()
			.extractingPath("$.result")
			.isEqualTo("Enabled");
		this.clock.advance(Duration.ofHours(1));
		Lapsing.run(this.program);
		assertThat(this.sender.news()).containsExactly("alert.fired");
		assertThat(call(HttpMethod.POST, ROOT + "/backup/disable")).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
		assertThat(data("backup").get("enabled").asBoolean()).isFalse();
	}

	@Test
	void changesWhatTheBodyNamesAndNothingElse() {
		create("{\"name\": \"backup\", \"interval\": 10, \"alertMessage\": \"late\", \"alertPriority\": \"P1\"}");
		assertThat(call(HttpMethod.PATCH, ROOT + "/backup", "{\"interval\": 90, \"intervalUnit\": \"minutes\"}"))
			.hasStatus(200);
		assertThat(data("backup").toString()).contains("\"interval\":90,\"intervalUnit\":\"minutes\"",
				"\"alertMessage\":\"late\"", "\"alertPriority\":\"P1\"");
		assertThat(call(HttpMethod.PATCH, ROOT + "/backup", "{\"interval\": 120, \"enabled\": false}")).hasStatus(200)
			.bodyJson()
			.extractingPath("$.data.enabled")
			.isEqualTo(false);
		assertThat(data("backup").toString()).contains("\"interval\":2,\"intervalUnit\":\"hours\"");
	}

	@Test
	void saysWhatIsWrongAsOpsgenieDoes() {
		for (String body : List.of("{}", "{\"name\": \"a\"}", "{\"name\": \"a\", \"interval\": 0}",
				"{\"name\": \"a\", \"interval\": 1e99}",
				"{\"name\": \"a\", \"interval\": 31, \"intervalUnit\": \"days\"}",
				"{\"name\": \"a\", \"interval\": 1, \"intervalUnit\": \"years\"}",
				"{\"name\": \"\\u0000\", \"interval\": 1}",
				"{\"name\": \"a\", \"interval\": 1, \"alertPriority\": \"P9\"}",
				"{\"name\": \"//\", \"interval\": 1}")) {
			assertThat(call(HttpMethod.POST, ROOT, body)).as(body)
				.hasStatus(422)
				.bodyJson()
				.extractingPath("$.errors")
				.asMap()
				.hasSize(1);
		}
		assertThat(call(HttpMethod.POST, ROOT, "[")).hasStatus(400);
		assertThat(call(HttpMethod.POST, ROOT, " ".repeat(64 * 1024 + 1))).hasStatus(413);
	}

	@Test
	void knowsOnlyTheHeartbeatsOfItsOwnIntegration() {
		create("{\"name\": \"backup\", \"interval\": 10}");
		String other = Sender.integratedAs(this.http, "other", "{\"type\": \"opsgenie\"}").path().split("/")[4];
		for (String path : List.of("/backup", "/backup/ping", "/none", "/none/ping")) {
			assertThat(this.http.get().uri(ROOT + path + "?apiKey=" + other)).hasStatus(404)
				.bodyText()
				.contains("does not exist");
			assertThat(this.http.get().uri(ROOT + path)).hasStatus(401);
		}
		assertThat(this.http.post().uri(ROOT + "?apiKey=" + other).content("{\"name\": \"backup\", \"interval\": 1}"))
			.hasStatus(409);
	}

	@Test
	void isGoneOnceItIsDeleted() {
		create("{\"name\": \"backup\", \"interval\": 10}");
		assertThat(call(HttpMethod.DELETE, ROOT + "/backup")).hasStatus(200);
		assertThat(call(HttpMethod.DELETE, ROOT + "/backup")).hasStatus(404);
		assertThat(call(HttpMethod.POST, ROOT + "/backup/enable")).hasStatus(404);
		assertThat(call(HttpMethod.PATCH, ROOT + "/backup", "{}")).hasStatus(404);
	}

	private void create(String body) {
		assertThat(call(HttpMethod.POST, ROOT, body)).hasStatus(201);
	}

	private JsonNode data(String name) {
		return Sender.body(call(HttpMethod.GET, ROOT + "/" + name)).get("data");
	}

	private MvcTestResult call(HttpMethod method, String uri) {
		return call(method, uri, new byte[0]);
	}

	private MvcTestResult call(HttpMethod method, String uri, String body) {
		return call(method, uri, body.getBytes());
	}

	private MvcTestResult call(HttpMethod method, String uri, byte[] body) {
		return this.http.method(method)
			.uri(URI.create(uri))
			.header("Authorization", "GenieKey " + this.key)
			.content(body)
			.exchange();
	}

}
