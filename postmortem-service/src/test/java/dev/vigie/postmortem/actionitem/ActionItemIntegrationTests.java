package dev.vigie.postmortem.actionitem;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.postmortem.incidents.IncidentEvents;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ActionItemIntegrationTests {

	private static final String ROTATE = """
			{"title": "Rotate logs", "owner": "grace", "dueOn": "2026-03-06"}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private IncidentEvents events;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	private UUID postmortem;

	@BeforeEach
	void aDraft() {
		this.events.tell(42, "resolved", "P1", Instant.parse("2026-03-02T12:00:00Z"));
		this.postmortem = UUID.fromString(this.jdbc.sql("select id from postmortem").query(String.class).single());
	}

	@Test
	void anAgreedItemStandsOpenInThePostmortem() {
		MvcTestResult created = agree(ROTATE);
		UUID id = onlyId();
		assertThat(created).hasStatus(201)
			.hasHeader(HttpHeaders.LOCATION, "/api/v1/action-items/" + id)
			.hasHeader(HttpHeaders.ETAG, "\"0\"");
		assertThat(created).bodyJson().isLenientlyEqualTo("""
				{"incident": 42, "title": "Rotate logs", "owner": "grace", "dueOn": "2026-03-06", "status": "open",
				 "overdue": false, "createdBy": "ada", "closedAt": null}""");
		assertThat(get("/api/v1/postmortems/" + this.postmortem)).bodyJson().isLenientlyEqualTo("""
				{"actionItems": [{"id": "%s", "title": "Rotate logs", "owner": "grace", "dueOn": "2026-03-06",
				 "status": "open"}]}""".formatted(id));
		assertThat(get("/api/v1/action-items/" + id)).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"0\"");
	}

	@Test
	void anItemIsOverdueTheDayAfterItWasDue() {
		agree(ROTATE);
		this.clock.advance(Duration.ofDays(4));
		assertThat(get("/api/v1/action-items")).bodyJson().extractingPath("$.items[0].overdue").isEqualTo(false);
		this.clock.advance(Duration.ofHours(12));
		assertThat(get("/api/v1/action-items")).bodyJson().extractingPath("$.items[0].overdue").isEqualTo(true);
		assertThat(get("/api/v1/postmortems/" + this.postmortem)).bodyJson()
			.extractingPath("$.actionItems[0].overdue")
			.isEqualTo(true);
	}

	@Test
	void anItemIsDoneAndReopened() {
		agree(ROTATE);
		assertThat(put(ROTATE.replace("}", ", \"status\": \"Done\"}"), "\"0\"")).hasStatus(200)
			.hasHeader(HttpHeaders.ETAG, "\"1\"")
			.bodyJson()
			.isLenientlyEqualTo("{\"status\": \"done\", \"closedAt\": \"2026-03-02T12:00:00Z\"}");
		assertThat(put(ROTATE.replace("}", ", \"status\": \"in_progress\"}"), null)).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("{\"type\": \"/problems/action-item-status\", \"legal\": [\"open\"]}");
		assertThat(put(ROTATE.replace("}", ", \"status\": \"open\"}"), "\"0\"")).hasStatus(412);
		assertThat(put(ROTATE.replace("}", ", \"status\": \"open\"}"), "\"1\"")).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("{\"status\": \"open\", \"closedAt\": null}");
	}

	@Test
	void listsAreFilteredAndPagedTheFirstDueFirst() {
		agree(ROTATE);
		agree(ROTATE.replace("2026-03-06", "2026-03-05").replace("grace", "alan"));
		agree(ROTATE.replace("Rotate", "Ship"));
		agree(ROTATE.replace("}", ", \"status\": \"done\"}"));
		assertThat(get("/api/v1/action-items?status=open&owner=grace")).bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(2);
		assertThat(get("/api/v1/action-items?status=done,cancelled")).bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(1);
		assertThat(get("/api/v1/action-items")).bodyJson().extractingPath("$.items[0].owner").isEqualTo("alan");
		String after = "";
		for (int i = 0; i < 3; i++) {
			MvcTestResult page = get("/api/v1/action-items?limit=1" + after);
			assertThat(page).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
			after = "&after=" + JsonPath.read(body(page), "$.next");
		}
		assertThat(get("/api/v1/action-items?limit=1" + after)).bodyJson().extractingPath("$.next").isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			title  | {"owner": "grace", "dueOn": "2026-03-06"}
			owner  | {"title": "t", "owner": "  ", "dueOn": "2026-03-06"}
			owner  | {"title": "t", "owner": "a\\u0000", "dueOn": "2026-03-06"}
			dueOn  | {"title": "t", "owner": "grace"}
			dueOn  | {"title": "t", "owner": "grace", "dueOn": "tomorrow"}
			dueOn  | {"title": "t", "owner": "grace", "dueOn": "2026-02-30"}
			dueOn  | {"title": "t", "owner": "grace", "dueOn": "+999999999-01-01"}
			status | {"title": "t", "owner": "grace", "dueOn": "2026-03-06", "status": "later"}
			""")
	void badInputIsRefusedByField(String field, String body) {
		assertThat(agree(body)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@Test
	void aChangeSaysTheStatus() {
		agree(ROTATE);
		assertThat(put(ROTATE, null)).hasStatus(400).bodyJson().extractingPath("$.errors[0].field").isEqualTo("status");
	}

	@ParameterizedTest
	@CsvSource({ "status, later", "owner, a%00", "after, x", "after, 2026-99-99_00000000-0000-0000-0000-000000000000",
			"limit, 0", "limit, 201" })
	void badQueriesAreRefusedByField(String field, String value) {
		assertThat(get("/api/v1/action-items?%s=%s".formatted(field, value))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@Test
	void whatIsNotThereIsNotFound() {
		this.postmortem = UUID.randomUUID();
		assertThat(agree(ROTATE)).hasStatus(404);
		assertThat(get("/api/v1/action-items/" + UUID.randomUUID())).hasStatus(404);
	}

	@Test
	void scopesAreAskedFor() {
		String one = "/api/v1/action-items/" + UUID.randomUUID();
		assertThat(this.http.get().uri("/api/v1/action-items")).hasStatus(401);
		assertThat(this.http.get().uri("/api/v1/action-items").with(Tokens.by("ada", "incidents:read"))).hasStatus(403);
		assertThat(this.http.put().uri(one).with(Tokens.by("ada", "postmortems:read"))).hasStatus(403);
		assertThat(this.http.post()
			.uri("/api/v1/postmortems/%s/action-items".formatted(this.postmortem))
			.with(Tokens.by("ada", "postmortems:read"))).hasStatus(403);
	}

	private UUID onlyId() {
		return UUID.fromString(this.jdbc.sql("select id from action_item").query(String.class).single());
	}

	private MvcTestResult get(String uri) {
		return this.http.get().uri(URI.create(uri)).with(Tokens.by("ada", "postmortems:read")).exchange();
	}

	private MvcTestResult agree(String body) {
		return this.http.post()
			.uri("/api/v1/postmortems/%s/action-items".formatted(this.postmortem))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by("ada", "postmortems:write"))
			.exchange();
	}

	private MvcTestResult put(String body, String version) {
		HttpHeaders headers = new HttpHeaders();
		if (version != null) {
			headers.setIfMatch(version);
		}
		return this.http.put()
			.uri("/api/v1/action-items/" + onlyId())
			.headers(headers)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by("ada", "postmortems:write"))
			.exchange();
	}

	private static String body(MvcTestResult result) {
		try {
			return result.getResponse().getContentAsString();
		}
		catch (UnsupportedEncodingException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
