package dev.vigie.runbook.runbook;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class RunbookIntegrationTests {

	private static final String DISK = """
			{"title": "Disk full", "body": "# Look\\n`df -h`",
			 "match": [{"label": "alertname", "equals": "DiskFull"}, {"annotation": "team", "matches": "web|api"}]}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void aNewRunbookIsVersionOne() {
		MvcTestResult created = put("disk-full", DISK);
		assertThat(created).hasStatus(201)
			.hasHeader(HttpHeaders.LOCATION, "/api/v1/runbooks/disk-full")
			.hasHeader(HttpHeaders.ETAG, "\"1\"");
		assertThat(created).bodyJson()
			.isLenientlyEqualTo("{\"action\": \"CREATED\", \"version\": 1, \"before\": null, \"after\": " + DISK + "}");
		MvcTestResult read = get("/api/v1/runbooks/disk-full");
		assertThat(read).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"1\"");
		assertThat(read).bodyJson()
			.isStrictlyEqualTo("{\"name\": \"disk-full\", \"version\": 1, \"spec\": " + DISK + "}");
	}

	@Test
	void theSameWordsAgainChangeNothing() {
		put("disk-full", DISK);
		assertThat(put("disk-full", DISK)).hasStatus(200)
			.hasHeader(HttpHeaders.ETAG, "\"1\"")
			.bodyJson()
			.extractingPath("$.action")
			.isEqualTo("UNCHANGED");
		assertThat(get("/api/v1/runbooks/disk-full/versions")).bodyJson()
			.extractingPath("$.items.length()")
			.isEqualTo(1);
	}

	@Test
	void everyEditIsAVersionThatStays() {
		put("disk-full", DISK);
		assertThat(put("disk-full", """
				{"title": "Disk is full", "body": "Delete"}""")).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"2\"");
		assertThat(get("/api/v1/runbooks/disk-full/versions")).hasStatus(200).bodyJson().isLenientlyEqualTo("""
				{"items": [
					{"version": 2, "title": "Disk is full", "createdAt": "2026-03-02T12:00:00Z", "createdBy": "ada"},
					{"version": 1, "title": "Disk full", "createdAt": "2026-03-02T12:00:00Z", "createdBy": "ada"}],
				 "next": null}""");
		assertThat(get("/api/v1/runbooks/disk-full/versions/1")).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("{\"name\": \"disk-full\", \"version\": 1, \"spec\": " + DISK + "}");
		assertThat(get("/api/v1/runbooks/disk-full/versions/3")).hasStatus(404);
		assertThat(get("/api/v1/runbooks/disk-full/versions?limit=1")).bodyJson()
			.extractingPath("$.next")
			.isEqualTo("2");
		assertThat(get("/api/v1/runbooks/disk-full/versions?limit=1&after=2")).bodyJson()
			.extractingPath("$.items[0].version")
			.isEqualTo(1);
	}

	@Test
	void aVersionCannotBeChangedEvenBySql() {
		put("disk-full", DISK);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update runbook_version set body = 'other'").update())
			.withMessageContaining("never changed");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from runbook_version").update());
	}

	@Test
	void aDryRunTellsAndWritesNothing() {
		assertThat(put("disk-full?dryRun=true", DISK)).hasStatus(200)
			.bodyJson()
			.extractingPath("$.action")
			.isEqualTo("CREATED");
		assertThat(get("/api/v1/runbooks/disk-full")).hasStatus(404);
		assertThat(put("disk-full?dryRun=true", "{}")).hasStatus(400);
	}

	@Test
	void nobodyOverwritesWhatTheyHaveNotSeen() {
		put("disk-full", DISK);
		String other = """
				{"title": "Other", "body": "Other"}""";
		assertThat(putIf("disk-full", other, "\"7\"")).hasStatus(412);
		assertThat(putIf("new", other, "\"1\"")).hasStatus(412);
		assertThat(putIf("disk-full?dryRun=true", other, "\"7\"")).hasStatus(412);
		assertThat(putIf("disk-full", other, "\"1\"")).hasStatus(200).hasHeader(HttpHeaders.ETAG, "\"2\"");
	}

	@Test
	void aDeletedRunbookIsGoneButItsVersionsStayReadable() {
		put("disk-full", DISK);
		assertThat(delete("disk-full")).hasStatus(204);
		assertThat(delete("disk-full")).hasStatus(204);
		assertThat(delete("never")).hasStatus(204);
		assertThat(get("/api/v1/runbooks/disk-full")).hasStatus(404);
		assertThat(get("/api/v1/runbooks")).bodyJson().isStrictlyEqualTo("{\"items\": [], \"next\": null}");
		assertThat(get("/api/v1/runbooks/disk-full/versions/1")).hasStatus(200);
		assertThat(put("disk-full", DISK)).hasStatus(201).hasHeader(HttpHeaders.ETAG, "\"2\"");
	}

	@Test
	void listsAreOrderedByNameAndPaged() {
		for (String name : List.of("c", "a", "b")) {
			put(name, DISK);
		}
		assertThat(get("/api/v1/runbooks?limit=2")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"name": "a"}, {"name": "b"}], "next": "b"}""");
		assertThat(get("/api/v1/runbooks?limit=2&after=b")).bodyJson().isLenientlyEqualTo("""
				{"items": [{"name": "c"}], "next": null}""");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					title                | {"body": "b"}
					title                | {"title": " ", "body": "b"}
					title                | {"title": "a\\u0000b", "body": "b"}
					title                | {"title": ["a"], "body": "b"}
					body                 | {"title": "t"}
					body                 | {"title": "t", "body": "a\\u0000"}
					steps                | {"title": "t", "body": "b", "steps": []}
					match                | {"title": "t", "body": "b", "match": "x"}
					match[0].regex       | {"title": "t", "body": "b", "match": [{"regex": "x"}]}
					match[0]             | {"title": "t", "body": "b", "match": [{"label": "x"}]}
					match[1].matches     | {"title": "t", "body": "b", "match": [{"label": "x", "equals": "y"}, {"label": "x", "matches": "("}]}
					""")
	void badInputIsRefusedByField(String field, String body) {
		assertThat(put("disk-full", body)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			[]
			"text"
			null
			{"title":
			""")
	void aBodyThatIsNoSpecIsRefused(String body) {
		assertThat(put("disk-full", body)).hasStatus(400).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void badQueriesAreRefusedByField() {
		assertThat(put("Bad_Name", DISK)).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("name");
		for (String limit : List.of("0", "201", "-1", "x", "99999999999")) {
			assertThat(get("/api/v1/runbooks?limit=" + limit)).hasStatus(400)
				.bodyJson()
				.extractingPath("$.errors[0].field")
				.isEqualTo("limit");
		}
		assertThat(
				this.http.get().uri("/api/v1/runbooks").param("after", "a\0").with(Tokens.by("ada", "runbooks:read")))
			.hasStatus(400);
		assertThat(get("/api/v1/runbooks/disk-full/versions/x")).hasStatus(400);
		assertThat(get("/api/v1/runbooks/nothing/versions")).hasStatus(404);
	}

	@Test
	void concurrentEditsLeaveOneVersionEachAndNoFailure() throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Future<Integer>> answers = IntStream.range(0, 4).mapToObj((i) -> threads.submit(() -> {
				start.await();
				return put("disk-full", "{\"title\": \"t%d\", \"body\": \"b\"}".formatted(i)).getResponse().getStatus();
			})).toList();
			start.countDown();
			for (Future<Integer> answer : answers) {
				assertThat(answer.get()).isIn(200, 201, 409);
			}
		}
		assertThat(this.jdbc.sql("""
				select count(*) from runbook join runbook_version v on v.runbook_id = runbook.id
				group by runbook.id, current_version having count(*) = current_version
				""").query(Long.class).list()).hasSize(1);
	}

	@Test
	void theProgramDescribesItself() {
		assertThat(this.http.get().uri("/v3/api-docs")).hasStatus(200)
			.bodyText()
			.contains("/api/v1/runbooks/{name}", "/api/v1/runbooks/match")
			.doesNotContain("\"/feed\"");
	}

	@Test
	void scopesAreAskedFor() {
		assertThat(this.http.get().uri("/api/v1/runbooks")).hasStatus(401);
		assertThat(this.http.get().uri("/api/v1/runbooks").with(Tokens.by("ada", "incidents:read"))).hasStatus(403);
		assertThat(this.http.put()
			.uri("/api/v1/runbooks/x")
			.contentType(MediaType.APPLICATION_JSON)
			.content(DISK)
			.with(Tokens.by("ada", "runbooks:read"))).hasStatus(403);
		assertThat(this.http.delete().uri("/api/v1/runbooks/x").with(Tokens.by("ada", "runbooks:read"))).hasStatus(403);
	}

	private MvcTestResult get(String uri) {
		return this.http.get().uri(uri).with(Tokens.by("ada", "runbooks:read")).exchange();
	}

	private MvcTestResult put(String name, String body) {
		return this.http.put()
			.uri("/api/v1/runbooks/" + name)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by("ada", "runbooks:write"))
			.exchange();
	}

	private MvcTestResult putIf(String name, String body, String version) {
		return this.http.put()
			.uri("/api/v1/runbooks/" + name)
			.header(HttpHeaders.IF_MATCH, version)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by("ada", "runbooks:write"))
			.exchange();
	}

	private MvcTestResult delete(String name) {
		return this.http.delete().uri("/api/v1/runbooks/" + name).with(Tokens.by("ada", "runbooks:write")).exchange();
	}

}
