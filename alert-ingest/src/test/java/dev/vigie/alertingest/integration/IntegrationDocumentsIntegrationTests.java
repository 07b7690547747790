package dev.vigie.alertingest.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

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
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class IntegrationDocumentsIntegrationTests {

	private static final String SPEC = "{\"type\": \"alertmanager\", \"displayName\": \"Prod\"}";

	@Autowired
	private MockMvcTester http;

	@Test
	void isCreatedWithAnAddressOfItsOwn() {
		MvcTestResult result = put("prod", SPEC);
		assertThat(result).hasStatus(201).hasHeader("Location", "/api/v1/integrations/prod").hasHeader("ETag", "\"0\"");
		JsonNode change = Sender.body(result);
		assertThat(change.get("action").asString()).isEqualTo("CREATED");
		assertThat(change.get("url").asString())
			.matches("http://localhost:8080/integrations/v1/alertmanager/[-_A-Za-z0-9]{32}/");
	}

	@Test
	void isUnchangedByTheSameSpecAndKeepsItsAddressThroughAnother() {
		String url = Sender.body(put("prod", SPEC)).get("url").asString();
		JsonNode same = Sender.body(put("prod", SPEC));
		assertThat(same.get("action").asString()).isEqualTo("UNCHANGED");
		MvcTestResult result = put("prod", "{\"type\": \"alertmanager\", \"team\": \"rewapp\"}");
		assertThat(result).hasStatus(200).hasHeader("ETag", "\"1\"");
		JsonNode other = Sender.body(result);
		assertThat(other.get("action").asString()).isEqualTo("UPDATED");
		assertThat(other.get("url").asString()).isEqualTo(url);
		assertThat(other.get("references").toString())
			.isEqualTo("[{\"field\":\"team\",\"kind\":\"Team\",\"name\":\"rewapp\"}]");
		assertThat(get("prod", "config:write").get("version").asInt()).isEqualTo(1);
	}

	@Test
	void writesNothingInADryRun() {
		MvcTestResult result = this.http.put()
			.uri("/api/v1/integrations/prod?dryRun=true")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(SPEC)
			.exchange();
		assertThat(result).hasStatus(200);
		assertThat(Sender.body(result).get("action").asString()).isEqualTo("CREATED");
		assertThat(Sender.body(result).has("url")).isFalse();
		assertThat(this.http.get().uri("/api/v1/integrations/prod").with(Tokens.by("ada", "config:read")))
			.hasStatus(404);
	}

	@Test
	void showsItsAddressOnlyToWhoMayChangeIt() {
		put("prod", SPEC);
		assertThat(get("prod", "config:write", "config:read").has("url")).isTrue();
		assertThat(get("prod", "config:read").has("url")).isFalse();
	}

	@Test
	void isNotOverwrittenByWhoHasNotSeenIt() {
		put("prod", SPEC);
		assertThat(this.http.put()
			.uri("/api/v1/integrations/prod")
			.with(Tokens.by("ada", "config:write"))
			.header("If-Match", "\"7\"")
			.contentType(MediaType.APPLICATION_JSON)
			.content(SPEC)).hasStatus(412);
	}

	@Test
	void stopsTakingAlertsWhenRemovedAndFindsThemWhenItReturns() {
		Sender sender = Sender.integratedAs(this.http, "prod");
		sender.tells("alertmanager/webhook-v4-firing-two");
		assertThat(delete("prod")).hasStatus(204);
		assertThat(delete("prod")).hasStatus(204);
		assertThat(sender.sends(Fixtures.bytes("alertmanager/webhook-v4-firing-two"))).hasStatus(404);
		Sender again = Sender.integratedAs(this.http, "prod");
		assertThat(again.path()).isNotEqualTo(sender.path());
		again.tells("alertmanager/webhook-v4-firing-two");
		assertThat(again.news()).hasSize(2);
		assertThat(get("prod", "config:read").get("version").asInt()).isEqualTo(2);
	}

	@Test
	void isListedByNameAPageAtATime() {
		for (int i = 0; i < 5; i++) {
			put("prod-" + i, SPEC);
		}
		List<String> names = new ArrayList<>();
		String next = "";
		do {
			JsonNode page = Sender.body(this.http.get()
				.uri("/api/v1/integrations?limit=2&after={after}", next)
				.with(Tokens.by("ada", "config:read"))
				.exchange());
			page.get("items").forEach((item) -> names.add(item.get("name").asString()));
			next = page.get("next").isNull() ? "" : page.get("next").asString();
		}
		while (!next.isEmpty());
		assertThat(names).containsExactly("prod-0", "prod-1", "prod-2", "prod-3", "prod-4");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{}|type", "{\"type\": \"nagios\"}|type",
			"{\"type\": \"alertmanager\", \"team\": \"No Team\"}|team", "{\"type\": \"alertmanager\", \"tea\": 1}|tea",
			"{\"type\": \"alertmanager\", \"displayName\": \"a\\u0000b\"}|displayName" })
	void namesTheFieldThatIsWrong(String spec, String field) {
		MvcTestResult result = put("prod", spec);
		assertThat(result).hasStatus(400);
		assertThat(Sender.body(result).get("errors").get(0).get("field").asString()).isEqualTo(field);
	}

	@Test
	void isCreatedOnceByTwoAtTheSameMoment() throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < 10; i++) {
				String name = "prod-" + i;
				List<Future<MvcTestResult>> answers = List.of(threads.submit(() -> put(name, SPEC)),
						threads.submit(() -> put(name, SPEC)));
				for (Future<MvcTestResult> answer : answers) {
					assertThat(answer.get().getResponse().getStatus()).isIn(200, 201, 409);
				}
				assertThat(get(name, "config:read").get("version").asInt()).isZero();
			}
		}
	}

	@Test
	void refusesANameThatCannotBeOne() {
		assertThat(put("Prod_1", SPEC)).hasStatus(400);
	}

	@Test
	void asksForTheScopes() {
		assertThat(this.http.put().uri("/api/v1/integrations/prod").content(SPEC)).hasStatus(401);
		assertThat(this.http.put().uri("/api/v1/integrations/prod").with(Tokens.by("ada", "config:read")).content(SPEC))
			.hasStatus(403);
		assertThat(this.http.get().uri("/api/v1/alerts")).hasStatus(401);
		assertThat(this.http.get().uri("/api/v1/alerts").with(Tokens.by("ada", "config:read"))).hasStatus(403);
	}

	private MvcTestResult put(String name, String spec) {
		return this.http.put()
			.uri("/api/v1/integrations/{name}", name)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	private MvcTestResult delete(String name) {
		return this.http.delete()
			.uri("/api/v1/integrations/{name}", name)
			.with(Tokens.by("ada", "config:write"))
			.exchange();
	}

	private JsonNode get(String name, String... scopes) {
		String[] all = java.util.stream.Stream.concat(Stream.of(scopes), Stream.of("config:read"))
			.distinct()
			.toArray(String[]::new);
		return Sender
			.body(this.http.get().uri("/api/v1/integrations/{name}", name).with(Tokens.by("ada", all)).exchange());
	}

}
