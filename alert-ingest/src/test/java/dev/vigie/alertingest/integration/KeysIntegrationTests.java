package dev.vigie.alertingest.integration;

import java.net.URI;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class KeysIntegrationTests {

	private static final String KEYS = "/api/v1/integrations/prod/keys";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private KeyUse use;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "prod");
	}

	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	@Test
	void openBothWhileTheyAreRotated() {
		MvcTestResult rotated = rotate("{\"overlap\": \"2h\"}");
		assertThat(rotated).hasStatus(201);
		String path = URI.create(Sender.body(rotated).get("url").asString()).getPath();
		assertThat(post(path)).hasStatus(200);
		assertThat(post(this.sender.path())).hasStatus(200);
		this.clock.advance(Duration.ofHours(2));
		assertThat(post(path)).hasStatus(200);
		assertThat(post(this.sender.path())).hasStatus(404);
	}

	@Test
	void overlapByADayUnlessTold() {
		JsonNode answer = Sender.body(rotate(""));
		assertThat(answer.get("othersExpireAt").asString()).isEqualTo("2026-03-03T12:00:00Z");
		assertThat(Sender.body(rotate("{\"overlap\": \"0s\"}")).get("key").asString()).hasSize(32);
		assertThat(post(this.sender.path())).hasStatus(404);
	}

	@Test
	void showTheNewestInTheAddressAndOnlyTheStartOfTheOthers() {
		String url = Sender.body(rotate("")).get("url").asString();
		assertThat(integration().get("url").asString()).isEqualTo(url);
		JsonNode keys = this.sender.get(KEYS, "config:write").get("items");
		assertThat(keys).hasSize(2);
		assertThat(keys.get(0).get("current").asBoolean()).isTrue();
		assertThat(keys.get(1).get("current").asBoolean()).isFalse();
		assertThat(this.sender.path()).contains("/" + keys.get(1).get("prefix").asString());
		assertThat(keys.get(1).has("key")).isFalse();
		assertThat(this.jdbc.sql("select count(key) from integration_key").query(Long.class).single()).isEqualTo(1);
	}

	@Test
	void openNothingOnceRevoked() {
		assertThat(post(this.sender.path())).hasStatus(200);
		String id = this.sender.get(KEYS, "config:write").get("items").get(0).get("id").asString();
		assertThat(this.http.delete().uri(KEYS + "/" + id).with(Tokens.by("ada", "config:write"))).hasStatus(204);
		assertThat(post(this.sender.path())).hasStatus(404);
		assertThat(this.http.delete().uri(KEYS + "/" + id).with(Tokens.by("ada", "config:write"))).hasStatus(404);
		assertThat(integration().has("url")).isFalse();
	}

	@Test
	void openNothingWithinASecondAfterAnotherReplicaRevokedThem() {
		assertThat(post(this.sender.path())).hasStatus(200);
		this.jdbc.sql("delete from integration_key").update();
		await().atMost(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(post(this.sender.path())).hasStatus(404));
	}

	@Test
	void tellWhenTheyWereUsed() {
		assertThat(post(this.sender.path())).hasStatus(200);
		assertThat(this.sender.get(KEYS, "config:write").get("items").get(0).get("lastUsedAt").isNull()).isTrue();
		this.use.write();
		assertThat(this.sender.get(KEYS, "config:write").get("items").get(0).get("lastUsedAt").asString())
			.isEqualTo("2026-03-02T12:00:00Z");
	}

	@Test
	void areForWhoMayWriteTheConfiguration() {
		for (String scope : new String[] { "config:read", "alerts:read" }) {
			assertThat(this.http.get().uri(KEYS).with(Tokens.by("ada", scope))).hasStatus(403);
			assertThat(this.http.post().uri(KEYS).with(Tokens.by("ada", scope))).hasStatus(403);
		}
		assertThat(this.http.get().uri("/api/v1/integrations/none/keys").with(Tokens.by("ada", "config:write")))
			.hasStatus(404);
	}

	@Test
	void areNotAddedWithoutEnd() {
		for (int i = 1; i < 10; i++) {
			assertThat(rotate("")).hasStatus(201);
		}
		assertThat(rotate("")).hasStatus(409);
	}

	private JsonNode integration() {
		return Sender.body(this.http.get()
			.uri("/api/v1/integrations/prod")
			.with(Tokens.by("ada", "config:read", "config:write"))
			.exchange());
	}

	private MvcTestResult rotate(String body) {
		return this.http.post()
			.uri(KEYS)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult post(String path) {
		return this.http.post().uri(path).content(Fixtures.bytes("alertmanager/webhook-v4-firing-two")).exchange();
	}

}
