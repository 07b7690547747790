package dev.vigie.escalation.connection;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.webhook.WebhookSignature;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ConnectionIntegrationTests {

	private static final String SECRET = "whsec_c3RhbmRhcmQtd2ViaG9va3MtdGVzdC1rZXktMjRieXQ=";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private SettableClock clock;

	@BeforeEach
	void quiet() {
		this.neighbourhood.reset();
	}

	@Test
	void keepsItsSecretToItself() {
		assertThat(put("jira", spec(SECRET))).hasStatus(201).bodyText().contains("\"***\"").doesNotContain(SECRET);
		assertThat(put("jira", spec("***"))).hasStatus(200)
			.bodyJson()
			.extractingPath("$.action")
			.isEqualTo("UNCHANGED");
		assertThat(this.http.get().uri("/api/v1/connections/jira").with(Tokens.by("ada", "config:read"))).hasStatus(200)
			.bodyText()
			.doesNotContain(SECRET);
		assertThat(this.http.get().uri("/api/v1/connections").with(Tokens.by("ada", "config:read"))).hasStatus(200)
			.bodyText()
			.contains("jira")
			.doesNotContain(SECRET);
	}

	@Test
	void namesTheFieldsOfOneThatCannotWork() {
		assertThat(put("a", "{\"type\": \"webhook\", \"url\": \"ftp://x\", \"secret\": \"short\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactly("url", "secret");
		assertThat(put("a", "{\"type\": \"webhook\", \"url\": \"https://x.org\", \"secret\": \"***\"}")).hasStatus(400);
		assertThat(put("a",
				"{\"type\": \"webhook\", \"url\": \"https://me:pw@x.org\", \"secret\": \"%s\"}".formatted(SECRET)))
			.hasStatus(400);
		assertThat(put("a", "{\"type\": \"jira\", \"url\": \"https://x.org\", \"secret\": \"%s\"}".formatted(SECRET)))
			.hasStatus(400)
			.bodyText()
			.contains("\"type\"");
		assertThat(put("a", "{}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[*].field")
			.asArray()
			.containsExactlyInAnyOrder("type", "url", "secret");
		assertThat(put("a", "{\"type\": \"webhook\", \"url\": \"https://x.org\", \"secret\": \"%s\", \"colour\": 1}"
			.formatted(SECRET))).hasStatus(400).bodyText().contains("\"colour\"");
	}

	@Test
	void isNotDeletedWhileAPolicyPointsToIt() {
		assertThat(policy("jira")).hasStatus(400).bodyText().contains("ticket").contains("there is no Connection jira");
		put("jira", spec(SECRET));
		assertThat(policy("jira")).hasStatus(201);
		assertThat(this.http.delete().uri("/api/v1/connections/jira").with(Tokens.by("ada", "config:write")))
			.hasStatus(409)
			.bodyText()
			.contains("EscalationPolicy ops");
		assertThat(this.http.delete().uri("/api/v1/escalation-policies/ops").with(Tokens.by("ada", "config:write")))
			.hasStatus(204);
		assertThat(this.http.delete().uri("/api/v1/connections/jira").with(Tokens.by("ada", "config:write")))
			.hasStatus(204);
		assertThat(this.http.get().uri("/api/v1/connections/jira").with(Tokens.by("ada", "config:read")))
			.hasStatus(404);
	}

	@Test
	void isTriedWithASignedRequestThatAsksForNothing() {
		put("jira", spec(SECRET));
		this.neighbours.hookSays("{\"url\": \"https://x.org/1\", \"title\": \"One\"}");
		assertThat(tried("jira")).hasStatus(200).bodyText().contains("\"taken\"").contains("https://x.org/1");
		FakeNeighbours.Posted posted = this.neighbours.hooks().getFirst();
		assertThat(posted.body()).contains("\"dev.vigie.connection.test\"");
		String id = posted.headers().getFirst("webhook-id");
		assertThat(posted.headers().getFirst("webhook-signature"))
			.isEqualTo(WebhookSignature.sign(SECRET, id, this.clock.instant().getEpochSecond(), posted.body()));
		this.neighbours.hookAnswers(302);
		assertThat(tried("jira")).hasStatus(200).bodyText().contains("\"refused\"").contains("302");
		this.neighbours.hookAnswers(503);
		assertThat(tried("jira")).hasStatus(200).bodyText().contains("\"failed\"").contains("503");
		assertThat(this.neighbours.hooks()).hasSize(3);
		assertThat(tried("nobody")).hasStatus(404);
		assertThat(this.http.post().uri("/api/v1/connections/jira/test").with(Tokens.by("eve", "config:read")))
			.hasStatus(403);
	}

	private MvcTestResult tried(String name) {
		return this.http.post()
			.uri("/api/v1/connections/" + name + "/test")
			.with(Tokens.by("ada", "config:write"))
			.exchange();
	}

	private String spec(String secret) {
		return "{\"type\": \"webhook\", \"url\": \"%s\", \"secret\": \"%s\"}".formatted(this.neighbours.hookUrl(),
				secret);
	}

	private MvcTestResult policy(String connection) {
		return this.http.put()
			.uri("/api/v1/escalation-policies/ops")
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"severities": {"P1": {"steps": [{"after": "0m", "do": [{"ticket": "%s"}]}]}}}
					""".formatted(connection))
			.with(Tokens.by("ada", "config:write"))
			.exchange();
	}

	private MvcTestResult put(String name, String spec) {
		return this.http.put()
			.uri("/api/v1/connections/" + name)
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec.getBytes(StandardCharsets.UTF_8))
			.with(Tokens.by("ada", "config:write"))
			.exchange();
	}

}
