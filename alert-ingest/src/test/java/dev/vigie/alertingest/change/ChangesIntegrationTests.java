package dev.vigie.alertingest.change;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
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
class ChangesIntegrationTests {

	@Autowired
	MockMvcTester http;

	@Autowired
	ChangeEvents events;

	@Autowired
	ChangeList changes;

	@Autowired
	InstantSource clock;

	@Test
	void pipelineTellsAndPeopleRead() {
		assertThat(tell("""
				{"summary": "shop 1.4", "happenedAt": "2026-03-01T10:00:00Z", "source": "ci", "service": "shop",
				"labels": {"env": "prod"}, "links": [{"href": "https://ci.example/1", "text": "Build"}],
				"details": {"build": 1}}""")).hasStatus(201);
		JsonNode change = list("?service=shop").get("items").get(0);
		assertThat(change.get("summary").asString()).isEqualTo("shop 1.4");
		assertThat(change.get("happenedAt").asString()).isEqualTo("2026-03-01T10:00:00Z");
		assertThat(change.get("links").get(0).get("href").asString()).isEqualTo("https://ci.example/1");
		assertThat(change.get("details").get("build").asInt()).isEqualTo(1);
		assertThat(list("?service=other").get("items")).isEmpty();
		assertThat(list("?from=2026-03-01T10:00:01Z").get("items")).isEmpty();
		assertThat(list("?to=2026-03-01T10:00:00Z").get("items")).isEmpty();
	}

	@Test
	void whatIsToldTwiceIsOneChange() {
		for (int i = 0; i < 2; i++) {
			tell("{\"summary\": \"flag on\", \"happenedAt\": \"2026-03-01T10:00:00Z\"}");
		}
		assertThat(list("").get("items")).hasSize(1);
	}

	@Test
	void listIsReadOnFromItsCursor() {
		for (int hour = 1; hour <= 3; hour++) {
			tell("{\"summary\": \"s%d\", \"happenedAt\": \"2026-03-01T0%d:00:00Z\"}".formatted(hour, hour));
		}
		JsonNode first = list("?limit=2");
		assertThat(first.get("items").valueStream().map((item) -> item.get("summary").asString())).containsExactly("s3",
				"s2");
		assertThat(list("?limit=2&after=" + first.get("next").asString()).get("items")
			.valueStream()
			.map((item) -> item.get("summary").asString())).containsExactly("s1");
	}

	@Test
	void tellingAndReadingHaveScopesOfTheirOwn() {
		assertThat(this.http.get().uri("/api/v1/changes").with(Tokens.by("ada", "changes:write"))).hasStatus(403);
		assertThat(this.http.post()
			.uri("/api/v1/changes")
			.with(Tokens.by("ada", "alerts:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"summary\": \"s\"}")).hasStatus(403);
		assertThat(tell("{\"links\": [{\"href\": \"javascript:x\"}]}")).hasStatus(400);
		assertThat(tell("{\"summary\": \"a\\u0000b\"}")).hasStatus(400);
	}

	@Test
	void changesAreForgottenAfterNinetyDays() {
		Instant now = this.clock.instant();
		this.events.store(null, List.of(change(now, "old")), now.minusSeconds(91L * 86_400));
		this.events.store(null, List.of(change(now, "new")), now);
		new ChangeRetention(this.changes, this.clock).runDue();
		assertThat(list("").get("items").valueStream().map((item) -> item.get("summary").asString()))
			.containsExactly("new");
	}

	private static ChangeEvent change(Instant at, String summary) {
		return new ChangeEvent(at, summary, null, null, Map.of(), List.of(), null);
	}

	private MvcTestResult tell(String body) {
		return this.http.post()
			.uri("/api/v1/changes")
			.with(Tokens.by("ci", "changes:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private JsonNode list(String query) {
		MvcTestResult result = this.http.get()
			.uri("/api/v1/changes" + query)
			.with(Tokens.by("ada", "alerts:read"))
			.exchange();
		assertThat(result).hasStatus(200);
		return Sender.body(result);
	}

}
