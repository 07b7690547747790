package dev.vigie.alertingest.sender.alertmanager;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AlertmanagerSilencesIntegrationTests {

	// As Alertmanager 0.28 answers.
	private static final String SILENCES = """
			[{"id": "53a5", "status": {"state": "active"}, "updatedAt": "2026-03-02T11:00:00.000Z",
			"comment": "new disks", "createdBy": "ada", "startsAt": "2026-03-02T11:00:00.000Z",
			"endsAt": "2026-03-02T14:00:00.000Z", "matchers": [
			{"isEqual": true, "isRegex": true, "name": "instance", "value": "db.*"},
			{"isEqual": false, "isRegex": false, "name": "severity", "value": "say \\"hi\\""}]},
			{"id": "53a4", "status": {"state": "expired"}, "updatedAt": "2026-03-01T11:00:00.000Z",
			"comment": "", "createdBy": "", "startsAt": "2026-03-01T11:00:00.000Z",
			"endsAt": "2026-03-01T14:00:00.000Z", "matchers": [{"isRegex": false, "name": "a", "value": "b"}]}]""";

	@Autowired
	private MockMvcTester http;

	private final List<String> asked = new CopyOnWriteArrayList<>();

	private HttpServer alertmanager;

	private int status = 200;

	private String answer = SILENCES;

	@BeforeEach
	void start() throws IOException {
		this.alertmanager = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		this.alertmanager.createContext("/", this::answer);
		this.alertmanager.start();
	}

	@AfterEach
	void stop() {
		this.alertmanager.stop(0);
	}

	@Test
	void listsWhatTheAlertmanagerSilences() {
		integrate("\"apiUrl\": \"%s/am/\", \"apiUser\": \"vigie\", \"apiPassword\": \"secret\"".formatted(url()));
		MvcTestResult result = silences("");
		assertThat(result).hasStatus(200);
		JsonNode items = Sender.body(result).get("items");
		assertThat(items).hasSize(1);
		assertThat(items.get(0).get("matchers").get(0).asString()).isEqualTo("instance=~\"db.*\"");
		assertThat(items.get(0).get("matchers").get(1).asString()).isEqualTo("severity!=\"say \\\"hi\\\"\"");
		assertThat(items.get(0).get("endsAt").asString()).isEqualTo("2026-03-02T14:00:00Z");
		assertThat(Sender.body(silences("?expired=true")).get("items")).hasSize(2);
		assertThat(this.asked).hasSize(2).containsOnly("/am/api/v2/silences Basic dmlnaWU6c2VjcmV0");
		assertThat(Sender.integratedAs(this.http, "other").get("/api/v1/integrations/am", "config:read").toString())
			.doesNotContain("secret\"")
			.contains("***");
	}

	@ParameterizedTest
	@CsvSource({ "500, 503", "503, 503", "429, 503", "401, 502", "404, 502", "302, 502" })
	void saysThatItIsAwayOrAnswersSomethingElse(int answered, int told) {
		integrate("\"apiUrl\": \"%s\"".formatted(url()));
		this.status = answered;
		assertThat(silences("")).hasStatus(told);
		assertThat(this.asked).hasSize(1); // no redirect was followed
	}

	@ParameterizedTest
	@ValueSource(strings = { "<html>", "{}", "[1]", "", "[{\"startsAt\": \"yesterday\"}]" })
	void doesNotTrustTheAnswer(String text) {
		integrate("\"apiUrl\": \"%s\"".formatted(url()));
		this.answer = text;
		MvcTestResult result = silences("");
		assertThat(result).hasStatus(502);
		assertThat(Sender.body(result).get("type").asString()).isEqualTo("/problems/bad-answer");
	}

	@Test
	void takesNoMoreThanABoundedAnswer() {
		integrate("\"apiUrl\": \"%s\"".formatted(url()));
		this.answer = "[" + " ".repeat(5 * 1024 * 1024) + "]";
		assertThat(silences("")).hasStatus(503);
	}

	@Test
	void sparesOneThatIsAway() {
		String away = url();
		this.alertmanager.stop(0);
		integrate("\"apiUrl\": \"%s\"".formatted(away));
		for (int i = 0; i < 6; i++) {
			assertThat(silences("")).hasStatus(503);
		}
		assertThat(Sender.body(silences("")).get("detail").asString()).contains("failed too often");
		assertThat(this.http.get().uri("/actuator/health")).hasStatus(200)
			.bodyText()
			.contains("\"alertmanager %s\":\"OPEN\"".formatted(away.replace("http://", "")));
	}

	@Test
	void saysWhatIsMissing() {
		integrate("");
		assertThat(silences("")).hasStatus(409);
		assertThat(this.http.get().uri("/api/v1/integrations/none/silences").with(Tokens.by("ada", "config:read")))
			.hasStatus(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"apiUrl\": \"ftp://x\"", "\"apiUrl\": \"http://u:p@x\"", "\"apiUrl\": \"http://x/?a\"",
			"\"apiUrl\": \"http://x y\"", "\"apiUrl\": \"http://\"", "\"apiToken\": \"x\"",
			"\"apiUrl\": \"http://x\", \"apiUser\": \"u\"", "\"apiUrl\": \"http://x\", \"apiToken\": \"a\\r\\nb: c\"" })
	void refusesSettingsThatCannotBe(String settings) {
		assertThat(put(settings)).hasStatus(400);
	}

	private String url() {
		return "http://127.0.0.1:" + this.alertmanager.getAddress().getPort();
	}

	private void answer(HttpExchange exchange) throws IOException {
		this.asked.add(exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization"));
		byte[] body = this.answer.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Location", url() + "/elsewhere");
		exchange.sendResponseHeaders(this.status, (body.length == 0) ? -1 : body.length);
		try (exchange) {
			exchange.getResponseBody().write(body);
		}
	}

	private void integrate(String settings) {
		assertThat(put(settings)).hasStatus2xxSuccessful();
	}

	private MvcTestResult put(String settings) {
		return this.http.put()
			.uri("/api/v1/integrations/am")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\": \"alertmanager\", \"settings\": {%s}}".formatted(settings))
			.exchange();
	}

	private MvcTestResult silences(String query) {
		return this.http.get()
			.uri("/api/v1/integrations/am/silences" + query)
			.with(Tokens.by("ada", "config:read"))
			.exchange();
	}

}
