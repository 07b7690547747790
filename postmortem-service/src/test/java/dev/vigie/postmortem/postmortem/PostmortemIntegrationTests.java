package dev.vigie.postmortem.postmortem;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

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
import dev.vigie.shared.feed.FeedEvent;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PostmortemIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private static final String WORDS = """
			{"summary": "The disk was full", "impact": "No uploads", "rootCause": "Logs", "lessons": "Rotate"}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private IncidentEvents events;

	@Autowired
	private JdbcClient jdbc;

	@ParameterizedTest
	@CsvSource({ "P1, 1", "P2, 1", "P3, 0", "P5, 0" })
	void aGraveIncidentThatResolvesGetsADraft(String severity, int drafts) {
		this.events.tell(42, "triggered", severity, NOON);
		assertThat(get("/api/v1/postmortems?incident=42")).bodyJson().extractingPath("$.items.length()").isEqualTo(0);
		this.events.tell(42, "resolved", severity, NOON.plusSeconds(600));
		assertThat(get("/api/v1/postmortems?incident=INC-42")).hasStatus(200)
			.bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(drafts);
	}

	@Test
	void theDraftTellsWhatHappened() {
		this.events.tell(42, "triggered", "P1", NOON);
		this.events.tell(42, "resolved", "P1", NOON.plusSeconds(600));
		MvcTestResult draft = get("/api/v1/postmortems/" + onlyId());
		assertThat(draft).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"0\"");
		assertThat(draft).bodyJson()
			.isLenientlyEqualTo(
					"""
							{"incident": 42, "title": "DiskFull on api", "severity": "P1", "status": "draft", "summary": "",
							 "impact": "", "rootCause": "", "lessons": "", "version": 0, "createdAt": "2026-03-02T12:00:00Z",
							 "timelineNext": null, "actionItems": [], "timeline": [
								{"occurredAt": "2026-03-02T12:00:00Z", "code": "TRIGGERED", "actor": null, "text": "Incident is triggered"},
								{"occurredAt": "2026-03-02T12:10:00Z", "code": "RESOLVED", "actor": null, "text": "Incident is resolved"}]}""");
	}

	@Test
	void theHighestSeverityEverCounts() {
		this.events.tell(42, "triggered", "P2", NOON);
		this.events.tell(42, "acknowledged", "P4", NOON.plusSeconds(60));
		this.events.tell(42, "resolved", "P4", NOON.plusSeconds(600));
		assertThat(get("/api/v1/postmortems?incident=42")).bodyJson()
			.extractingPath("$.items[0].severity")
			.isEqualTo("P2");
	}

	@Test
	void anIncidentThatIsFoundGraveAfterItsEndGetsADraftThen() {
		this.events.tell(42, "resolved", "P4", NOON);
		this.events.tell(42, "resolved", "P1", NOON.plusSeconds(60));
		assertThat(get("/api/v1/postmortems?incident=42")).bodyJson().extractingPath("$.items.length()").isEqualTo(1);
	}

	@Test
	void aReopenedIncidentKeepsItsDraftAndAddsToIt() {
		FeedEvent first = this.events.tell(42, "resolved", "P1", NOON);
		UUID id = onlyId();
		put(id, WORDS, null);
		this.events.tell(42, "triggered", "P1", NOON.plusSeconds(60));
		this.events.tell(42, "resolved", "P1", NOON.plusSeconds(120));
		this.events.take(first);
		assertThat(onlyId()).isEqualTo(id);
		assertThat(get("/api/v1/postmortems/" + id)).bodyJson().isLenientlyEqualTo("""
				{"summary": "The disk was full", "status": "draft",
				 "timeline": [{"code": "RESOLVED"}, {"code": "TRIGGERED"}, {"code": "RESOLVED"}]}""");
	}

	@Test
	void theTimelineSpeaksTheReadersLanguage() {
		this.events.tell(42, "resolved", "P1", NOON);
		UUID id = onlyId();
		MvcTestResult french = this.http.get()
			.uri("/api/v1/postmortems/" + id)
			.header(HttpHeaders.ACCEPT_LANGUAGE, "de, fr-CA;q=0.9")
			.with(Tokens.by("ada", "postmortems:read"))
			.exchange();
		assertThat(french).hasHeader(HttpHeaders.CONTENT_LANGUAGE, "fr")
			.bodyJson()
			.extractingPath("$.timeline[0].text")
			.isEqualTo("Incident : resolved");
		assertThat(get("/api/v1/postmortems/" + id + "/timeline")).bodyJson()
			.extractingPath("$.items[0].text")
			.isEqualTo("Incident is resolved");
	}

	@Test
	void aTimelineOfTenThousandLinesIsPaged() {
		this.events.tell(42, "resolved", "P1", NOON);
		this.jdbc.sql("""
				insert into incident_entry (incident_number, id, occurred_at, recorded_at, position, code, params)
				select 42, 'line-' || line, :noon::timestamptz + line * interval '1 second', :noon, 100 + line,
					'ALERT_UPDATED', '{}'
				from generate_series(1, 9999) line
				""").param("noon", NOON.atOffset(ZoneOffset.UTC)).update();
		UUID id = onlyId();
		assertThat(get("/api/v1/postmortems/" + id)).bodyJson().isLenientlyEqualTo("""
				{"timelineNext": "line-199"}""");
		assertThat(get("/api/v1/postmortems/" + id)).bodyJson().extractingPath("$.timeline.length()").isEqualTo(200);
		assertThat(get("/api/v1/postmortems/" + id + "/timeline?after=line-199&limit=1000")).bodyJson()
			.isLenientlyEqualTo("{\"next\": \"line-1199\"}");
		assertThat(get("/api/v1/postmortems/" + id + "/timeline?after=line-9998")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"id": "line-9999"}], "next": null}""");
		for (String after : List.of("line-10000", "no such line", "x%00")) {
			assertThat(get("/api/v1/postmortems/" + id + "/timeline?after=" + after)).hasStatus(400);
		}
	}

	@Test
	void nobodyOverwritesWhatTheyHaveNotSeen() {
		this.events.tell(42, "resolved", "P1", NOON);
		UUID id = onlyId();
		assertThat(put(id, WORDS, "\"0\"")).hasStatus(200)
			.hasHeader(HttpHeaders.ETAG, "\"1\"")
			.bodyJson()
			.isLenientlyEqualTo(WORDS);
		assertThat(put(id, WORDS.replace("Logs", "Cats"), "\"0\"")).hasStatus(412)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("/problems/precondition-failed");
		assertThat(put(id, WORDS, "\"1\"")).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"1\"");
		assertThat(put(id, WORDS.replace("Logs", "Cats"), null)).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"2\"");
	}

	@Test
	void ofSeveralWhoEditTheSameVersionOneWins() throws Exception {
		this.events.tell(42, "resolved", "P1", NOON);
		UUID id = onlyId();
		CountDownLatch start = new CountDownLatch(1);
		List<Integer> statuses = new ArrayList<>();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<Integer>> answers = IntStream.range(0, 4).mapToObj((i) -> threads.submit(() -> {
				start.await();
				return put(id, WORDS.replace("Logs", "Cause " + i), "\"0\"").getResponse().getStatus();
			})).toList();
			start.countDown();
			for (Future<Integer> answer : answers) {
				statuses.add(answer.get());
			}
		}
		assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 409, 412);
		assertThat(get("/api/v1/postmortems/" + id)).hasHeader(HttpHeaders.ETAG, "\"1\"");
	}

	@Test
	void publishingIsDoneOnceAndLeavesRoomForCorrections() {
		this.events.tell(42, "resolved", "P1", NOON);
		UUID id = onlyId();
		assertThat(publish(id)).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"status": "published", "publishedAt": "2026-03-02T12:00:00Z", "publishedBy": "grace", "version": 1}""");
		assertThat(publish(id)).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"1\"");
		assertThat(put(id, WORDS, "\"1\"")).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("{\"status\": \"published\", \"summary\": \"The disk was full\"}");
		assertThat(publish(UUID.randomUUID())).hasStatus(404);
	}

	@Test
	void listsAreFilteredAndPagedLatestFirst() {
		for (int number = 1; number <= 5; number++) {
			this.events.tell(number, "resolved", "P1", NOON.plus(Duration.ofMinutes(number)));
		}
		publish(UUID.fromString(
				this.jdbc.sql("select id from postmortem where incident_number = 4").query(String.class).single()));
		assertThat(get("/api/v1/postmortems?limit=2")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"incident": 5}, {"incident": 4}], "next": "4"}""");
		assertThat(get("/api/v1/postmortems?limit=2&after=2")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"incident": 1}], "next": null}""");
		assertThat(get("/api/v1/postmortems?status=PUBLISHED")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"incident": 4}], "next": null}""");
		assertThat(get("/api/v1/postmortems?incident=inc-4&status=draft")).bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(0);
	}

	@ParameterizedTest
	@CsvSource({ "incident, x", "incident, INC-", "incident, 99999999999999999999", "status, open", "after, -1",
			"limit, 0", "limit, 101", "limit, many" })
	void badQueriesAreRefusedByField(String field, String value) {
		assertThat(get("/api/v1/postmortems?%s=%s".formatted(field, value))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			rootCause | {"summary": "", "impact": "", "lessons": ""}
			summary   | {"summary": null, "impact": "", "rootCause": "", "lessons": ""}
			impact    | {"summary": "", "impact": {}, "rootCause": "", "lessons": ""}
			lessons   | {"summary": "", "impact": "", "rootCause": "", "lessons": "a\\u0000b"}
			""")
	void badWordsAreRefusedByField(String field, String body) {
		this.events.tell(42, "resolved", "P1", NOON);
		assertThat(put(onlyId(), body, null)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@Test
	void whatIsNotThereIsNotFound() {
		assertThat(get("/api/v1/postmortems/" + UUID.randomUUID())).hasStatus(404);
		assertThat(get("/api/v1/postmortems/" + UUID.randomUUID() + "/timeline")).hasStatus(404);
		assertThat(put(UUID.randomUUID(), WORDS, null)).hasStatus(404);
		assertThat(get("/api/v1/postmortems/42")).hasStatus(400);
	}

	@Test
	void theProgramDescribesItself() {
		assertThat(this.http.get().uri("/v3/api-docs")).hasStatus(200)
			.bodyText()
			.contains("/api/v1/postmortems/{id}", "/api/v1/action-items/{id}")
			.doesNotContain("\"/feed\"");
	}

	@Test
	void scopesAreAskedFor() {
		String one = "/api/v1/postmortems/" + UUID.randomUUID();
		assertThat(this.http.get().uri("/api/v1/postmortems")).hasStatus(401);
		assertThat(this.http.get().uri("/api/v1/postmortems").with(Tokens.by("ada", "incidents:read"))).hasStatus(403);
		assertThat(this.http.put().uri(one).with(Tokens.by("ada", "postmortems:read"))).hasStatus(403);
		assertThat(this.http.post().uri(one + "/publish").with(Tokens.by("ada", "postmortems:read"))).hasStatus(403);
	}

	private UUID onlyId() {
		return UUID.fromString(this.jdbc.sql("select id from postmortem").query(String.class).single());
	}

	private MvcTestResult get(String uri) {
		return this.http.get()
			.uri(URI.create(uri.replace(" ", "%20")))
			.with(Tokens.by("ada", "postmortems:read"))
			.exchange();
	}

	private MvcTestResult put(UUID id, String body, String version) {
		HttpHeaders headers = new HttpHeaders();
		if (version != null) {
			headers.setIfMatch(version);
		}
		return this.http.put()
			.uri("/api/v1/postmortems/" + id)
			.headers(headers)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by("ada", "postmortems:write"))
			.exchange();
	}

	private MvcTestResult publish(UUID id) {
		return this.http.post()
			.uri("/api/v1/postmortems/" + id + "/publish")
			.with(Tokens.by("grace", "postmortems:write"))
			.exchange();
	}

}
