package dev.vigie.alertingest.delivery;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
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
class LockedIntegrationTests {

	private static final String BASIC = "\"basic\": {\"username\": \"alertmanager\", \"password\": \"%s\"}";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	// With what Alertmanager's basic_auth was captured to send.
	@Test
	void opensForAlertmanagersOwnCredentials() {
		String path = put(BASIC.formatted("s3cret"));
		assertThat(post(path, "Basic YWxlcnRtYW5hZ2VyOnMzY3JldA==", "192.0.2.1", "")).hasStatus(200);
		this.clock.advance(Duration.ofSeconds(1));
		MvcTestResult denied = post(path, "Basic YWxlcnRtYW5hZ2VyOndyb25n", "192.0.2.1", "");
		assertThat(denied).hasStatus(401).hasHeader("WWW-Authenticate", "Basic realm=\"vigie\", charset=\"UTF-8\"");
		JsonNode delivery = deliveries().get(0);
		assertThat(delivery.get("outcome").asString()).isEqualTo("denied");
		assertThat(delivery.get("reason").asString()).contains("password");
	}

	@Test
	void opensForATokenBehindAnyWord() {
		String path = put("\"bearer\": {\"tokens\": [\"new\", \"old\"]}");
		assertThat(post(path, "Bearer new", "192.0.2.1", "")).hasStatus(200);
		assertThat(post(path, "ApiKey old", "192.0.2.1", "")).hasStatus(200);
		assertThat(post(path, "Bearer other", "192.0.2.1", "")).hasStatus(401);
	}

	@ParameterizedTest
	@CsvSource({ "192.0.2.1, '', 200", "198.51.100.1, '', 403", "127.0.0.1, 192.0.2.1, 200",
			"127.0.0.1, '192.0.2.1, 198.51.100.1', 403", "198.51.100.1, 192.0.2.1, 403",
			"127.0.0.1, '198.51.100.1, 192.0.2.1', 200", "127.0.0.1, '192.0.2.1, 127.0.0.1', 200" })
	void opensForItsNetworksAndBelievesOnlyTrustedProxies(String peer, String forwardedFor, int status) {
		assertThat(post(put("\"networks\": [\"192.0.2.0/24\"]"), "", peer, forwardedFor)).hasStatus(status);
	}

	@Test
	void asksForASignatureOverTheBody() {
		String path = put("\"hmac\": {\"secrets\": [\"s\"], \"header\": \"X-Signature\"}");
		assertThat(post(path, "", "192.0.2.1", "")).hasStatus(401);
		assertThat(deliveries().get(0).get("reason").asString()).contains("X-Signature");
	}

	@Test
	void showsNoSecretAndKeepsTheStoredOneForStars() {
		put(BASIC.formatted("s3cret"));
		MvcTestResult same = change(BASIC.formatted("s3cret"));
		assertThat(Sender.body(same).get("action").asString()).isEqualTo("UNCHANGED");
		MvcTestResult stars = change(BASIC.formatted("***"));
		assertThat(Sender.body(stars).get("action").asString()).isEqualTo("UNCHANGED");
		assertThat(stars).bodyText().doesNotContain("s3cret");
		MvcTestResult other = change(BASIC.formatted("other"));
		assertThat(Sender.body(other).get("action").asString()).isEqualTo("UPDATED");
		assertThat(other).bodyText().doesNotContain("s3cret").doesNotContain("\"other\"");
		for (String uri : new String[] { "/api/v1/integrations", "/api/v1/integrations/prod" }) {
			assertThat(this.http.get().uri(uri).with(Tokens.by("ada", "config:read", "config:write"))).hasStatus(200)
				.bodyText()
				.contains("***")
				.doesNotContain("\"other\"");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			value = { "\"networks\": [\"10.0.0.0/99\"]|locks.networks[0]",
					"\"bearer\": {\"tokens\": []}|locks.bearer.tokens",
					"\"bearer\": {\"tokens\": [\"***\"]}|locks.bearer.tokens[0]",
					"\"hmac\": {\"secrets\": [\"s\"]}|locks.hmac.header" })
	void refusesLocksThatCannotBe(String locks, String field) {
		MvcTestResult result = change(locks);
		assertThat(result).hasStatus(400);
		assertThat(Sender.body(result).get("errors").get(0).get("field").asString()).isEqualTo(field);
	}

	private MvcTestResult change(String locks) {
		return this.http.put()
			.uri("/api/v1/integrations/prod")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\": \"alertmanager\", \"locks\": {%s}}".formatted(locks))
			.exchange();
	}

	private String put(String locks) {
		MvcTestResult result = change(locks);
		assertThat(result).hasStatus(201);
		return URI.create(Sender.body(result).get("url").asString()).getPath();
	}

	private MvcTestResult post(String path, String authorization, String peer, String forwardedFor) {
		MockMvcTester.MockMvcRequestBuilder request = this.http.post()
			.uri(path)
			.content(Fixtures.bytes("alertmanager/webhook-v4-firing-two"))
			.with((mock) -> {
				mock.setRemoteAddr(peer);
				return mock;
			});
		if (!authorization.isEmpty()) {
			request.header("Authorization", authorization);
		}
		if (!forwardedFor.isEmpty()) {
			request.header("X-Forwarded-For", forwardedFor);
		}
		return request.exchange();
	}

	private JsonNode deliveries() {
		return Sender
			.body(this.http.get()
				.uri("/api/v1/integrations/prod/deliveries")
				.with(Tokens.by("ada", "config:read"))
				.exchange())
			.get("items");
	}

}
