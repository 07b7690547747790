package dev.vigie.runbook.match;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class MatchIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@BeforeEach
	void putRunbooks() {
		put("disk", """
				{"title": "Disk", "body": "old", "match": [{"label": "alertname", "equals": "DiskOld"}]}""");
		put("disk", """
				{"title": "Disk", "body": "new", "match": [{"label": "alertname", "equals": "DiskFull"}]}""");
		put("disk-api", """
				{"title": "Disk of the API", "body": "b",
				 "match": [{"label": "alertname", "matches": "Disk.*"}, {"label": "service", "equals": "api"}]}""");
	}

	@Test
	void severalSubjectsAreAnsweredAtOnce() {
		assertThat(match("""
				{"subjects": [
					{"key": "INC-1", "labels": {"alertname": "DiskFull", "service": "api"}, "annotations": {}},
					{"key": "INC-2", "labels": {"alertname": "Other"},
					 "annotations": {"runbook_url": "https://wiki.example/other"}},
					{"key": "INC-3", "labels": {"alertname": "DiskOld", "x": null}}]}""")).hasStatus(200)
			.bodyJson()
			.isStrictlyEqualTo(
					"""
							{"items": [
								{"key": "INC-1", "matches": [
									{"name": "disk-api", "title": "Disk of the API", "version": 1,
									 "url": "http://localhost:8080/runbooks/disk-api",
									 "reason": "The label alertname is \\"DiskFull\\", which matches \\"Disk.*\\" and label service is \\"api\\""},
									{"name": "disk", "title": "Disk", "version": 2, "url": "http://localhost:8080/runbooks/disk",
									 "reason": "The label alertname is \\"DiskFull\\""}]},
								{"key": "INC-2", "matches": [
									{"name": null, "title": "wiki.example/other", "version": null, "url": "https://wiki.example/other",
									 "reason": "The alert names it in its annotation runbook_url"}]},
								{"key": "INC-3", "matches": []}]}""");
	}

	@Test
	void aDeletedRunbookFitsNoLonger() {
		this.http.delete().uri("/api/v1/runbooks/disk").with(Tokens.by("ada", "runbooks:write")).exchange();
		assertThat(match("""
				{"subjects": [{"key": "k", "labels": {"alertname": "DiskFull"}}]}""")).bodyJson()
			.extractingPath("$.items[0].matches.length()")
			.isEqualTo(0);
	}

	@Test
	void readingIsEnoughButSomeScopeIsNeeded() {
		assertThat(this.http.post().uri("/api/v1/runbooks/match")).hasStatus(401);
		assertThat(this.http.post().uri("/api/v1/runbooks/match").with(Tokens.by("ada", "runbooks:write")))
			.hasStatus(403);
		assertThat(match("{\"subjects\": []}")).hasStatus(200).bodyJson().isStrictlyEqualTo("{\"items\": []}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			subjects             | {}
			subjects[0]          | {"subjects": [null]}
			subjects[0].key      | {"subjects": [{"labels": {}}]}
			subjects[0].key      | {"subjects": [{"key": ""}]}
			subjects[0].labels   | {"subjects": [{"key": "k", "labels": "x"}]}
			""")
	void badInputIsRefusedByField(String field, String body) {
		assertThat(match(body)).hasStatus(400)
			.hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo(field);
	}

	private MvcTestResult match(String body) {
		return this.http.post()
			.uri("/api/v1/runbooks/match")
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by("escalation-service", "runbooks:read"))
			.exchange();
	}

	private void put(String name, String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/runbooks/" + name)
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.with(Tokens.by("ada", "runbooks:write"))).hasStatus2xxSuccessful();
	}

}
