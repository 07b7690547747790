package dev.vigie.gateway.console.incidents;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.Role;

import dev.vigie.gateway.console.RunningConsole;
import dev.vigie.gateway.login.Browser;

import static org.assertj.core.api.Assertions.assertThat;

class IncidentPageIntegrationTests {

	private static final String CHECKOUT = """
			{"status": "firing", "labels": {"alertname": "Slow", "service": "checkout"}}""";

	private final RunningConsole console = RunningConsole.shared();

	private final FakePrograms programs = this.console.programs();

	@BeforeEach
	void nothingElseHappened() {
		this.programs.answer("GET /api/v1/incidents/42/timeline", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/incidents/42/pages", 200, "{\"items\": []}");
		this.programs.answer("GET /api/v1/changes", 200, "{\"items\": []}");
	}

	@Test
	void changesOfTheServiceAreBesideIt() {
		incident(CHECKOUT);
		this.programs.answer("GET /api/v1/changes", 200,
				"""
						{"items": [
						{"id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "happenedAt": "2026-03-02T12:03:00Z", "summary": "Rolled back", "links": []},
						{"id": "7d444840-9dc0-11d1-b245-5ffdce74fad3", "happenedAt": "2026-03-02T11:48:00Z", "summary": "Deployed 1.4.0",
						 "source": "ci", "service": "checkout", "integration": "pipelines", "labels": {},
						 "links": [{"href": "https://ci.example/7", "text": "Build 7"}], "details": {"by": "ada"}}]}""");
		String page = page();
		assertThat(page).contains("Recent changes", "Of checkout, since 24 hours before", "12 min before",
				"Deployed 1.4.0", "href=\"https://ci.example/7\"", "Build 7", "3 min after the start");
		assertThat(questions())
			.containsExactly("service=checkout&from=2026-03-01T12:00:00Z&to=2026-03-02T13:00:00Z&limit=11");
	}

	@Test
	void changesOfEachServiceAreShownInOneList() {
		incident(CHECKOUT, CHECKOUT, """
				{"status": "firing", "labels": {"alertname": "Slow", "service": "a, b & {c}"}}""");
		this.programs.answer("GET /api/v1/changes", 200, change("Deployed", "checkout", "[]"));
		assertThat(page()).contains("Of a, b &amp; {c}, checkout, since");
		assertThat(questions()).hasSize(2)
			.anyMatch((question) -> question.startsWith("service=a, b & {c}&from="))
			.anyMatch((question) -> question.startsWith("service=checkout&from="));
	}

	@Test
	void changesOfTheIntegrationAreShownWhereNoServiceIsNamed() {
		incident("""
				{"status": "firing", "labels": {"alertname": "Slow"}}""");
		assertThat(page()).contains("no change came by way of the integration alertmanager");
		assertThat(questions()).allMatch((question) -> question.startsWith("integration=alertmanager&from="))
			.hasSize(1);
	}

	@Test
	void incidentIsShownWhileAlertIngestIsAway() {
		incident(CHECKOUT);
		this.programs.answer("GET /api/v1/changes", 503, "{}");
		assertThat(page()).contains("INC-42", "alert-ingest does not answer");
		this.programs.answer("GET /api/v1/changes", 200, "[what?");
		assertThat(page()).contains("INC-42", "alert-ingest does not answer");
		assertThat(this.console.as(Role.VIEWER).in("fr").open("/incidents/42").body()).contains("Changements récents",
				"alert-ingest ne répond pas");
	}

	@Test
	void whatIsNoOrdinaryProblemIsNamed() {
		incident("""
				{"status": "firing", "labels": {"alertname": "Nightly", "vigie_kind": "heartbeat"}}""");
		assertThat(page()).containsPattern("class=\"kind\">heartbeat missed</span>").doesNotContain("vigie_kind");
		incident("""
				{"status": "firing", "labels": {"alertname": "Nightly", "vigie_kind": "its own"}}""");
		assertThat(page()).contains("vigie_kind", "its own").doesNotContain("class=\"kind\"");
	}

	@Test
	void whatKeepsAnAlertQuietStandsOnIt() {
		open(CHECKOUT, "{\"status\": \"resolved\", \"labels\": {\"alertname\": \"Down\"}}");
		this.programs.answer("POST /api/v1/silences/in-force", 200,
				"""
						{"items": [{}, {"silence": {"name": "db-upgrade", "reason": "<b>new disks", "endsAt": "2026-03-02T14:00:00Z"}}]}""");
		assertThat(page()).containsOnlyOnce("class=\"kind\">silenced</span>")
			.contains("href=\"/console/silences#silence-db-upgrade\"", "silence:db-upgrade", "Mar 2, 2026",
					"&lt;b&gt;new disks");
		assertThat(this.programs.received()).filteredOn((call) -> call.name().equals("POST /api/v1/silences/in-force"))
			.extracting(FakePrograms.Received::body)
			.singleElement()
			.asString()
			.isEqualTo(
					"{\"integration\":\"alertmanager\",\"alerts\":[{\"alertname\":\"Slow\",\"service\":\"checkout\"},"
							+ "{\"alertname\":\"Down\"}]}");
		assertThat(this.console.as(Role.VIEWER).in("fr").open("/incidents/42").body())
			.contains("class=\"kind\">en silence</span>", "Si elle se redéclenche");
	}

	@Test
	void manyAlertsAreFolded() {
		open(IntStream.range(0, 12)
			.mapToObj(
					(number) -> "{\"status\": \"firing\", \"labels\": {\"alertname\": \"Down-%d\"}}".formatted(number))
			.toArray(String[]::new));
		assertThat(page()).contains("Down-0<", "and 2 more")
			.containsSubsequence("Down-9<", "class=\"rest\"", "Down-10<");
		open(CHECKOUT);
		assertThat(page()).doesNotContain("class=\"rest\"");
	}

	@Test
	void silencesAreNotWaitedFor() {
		open(CHECKOUT);
		this.programs.answer("POST /api/v1/silences/in-force", 503, "{}");
		assertThat(page()).contains("INC-42").doesNotContain("silenced");
		this.programs.answer("POST /api/v1/silences/in-force", 200, "[what?");
		assertThat(page()).contains("INC-42").doesNotContain("silenced");
		CountDownLatch away = new CountDownLatch(1);
		this.programs.delay("POST /api/v1/silences/in-force", away);
		assertThat(page()).contains("INC-42").doesNotContain("silenced");
		away.countDown();
	}

	@Test
	void whatIsOverIsNotAskedFor() {
		incident(CHECKOUT);
		page();
		assertThat(this.programs.received()).noneMatch((call) -> call.name().equals("POST /api/v1/silences/in-force"));
	}

	@Test
	void textsOfSendersAreShownAndNothingElse() {
		String hostile = "<script>alert(1)</script>\\\" onload=x " + "y".repeat(10_000);
		incident("""
				{"status": "firing", "labels": {"alertname": "%1$s", "<b>": "%1$s", "service": "%1$s"},
				 "annotations": {"runbook_url": "javascript:alert(2)", "dashboard_url": "https://grafana.example/d/1"},
				 "generatorUrl": "javascript:alert(3)"}""".formatted(hostile), CHECKOUT);
		this.programs.answer("GET /api/v1/changes", 200, change(hostile, hostile, """
				[{"href": "javascript:alert(4)", "text": "here"}, {"href": " https://evil.example", "text": "there"},
				 {"href": "https://ci.example/\\"onclick=x", "text": "<i>"}]"""));
		String page = page();
		assertThat(page)
			.contains("&lt;script&gt;alert(1)", "href=\"https://grafana.example/d/1\"",
					"href=\"https://ci.example/&quot;onclick=x\"", "javascript:alert(2)")
			.doesNotContain("<script", "<b>", "<i>", "href=\"javascript:", "evil.example");
		assertThat(questions()).as("a name that is no service's is not asked for").hasSize(1);
	}

	@Test
	void offersWhatMayBeSaidNow() {
		life("snoozed", """
				"snoozedUntil": "2026-03-03T08:00:00Z", "acknowledgedBy": "ada",
				"impact": {"business": true, "text": "no orders", "startedAt": "2026-03-02T11:50:00Z"},
				"links": [{"name": "Logs", "url": "https://grafana.example/x"}, {"name": "Bad", "url": "javascript:1"}],
				"commands": ["acknowledge", "snooze", "unsnooze", "resolve", "cancel"]""");
		assertThat(responder())
			.contains("snoozed</span>", "Mar 3, 2026", "business impact", "no orders", "Impact since",
					"href=\"https://grafana.example/x\"", "/incidents/42/acknowledge", "/incidents/42/unsnooze",
					"/incidents/42/snooze", "until tomorrow, 9:00", "/incidents/42/resolve")
			.doesNotContain("/incidents/42/close", "/incidents/42/unacknowledge", "javascript:1");
		life("resolved", "\"commands\": [\"close\", \"reopen\"], \"outcome\": \"self_healed\"");
		assertThat(responder())
			.contains("/incidents/42/close", "selected=\"selected\">self-healed", "/incidents/42/reopen")
			.doesNotContain("/incidents/42/snooze", "/incidents/42/resolve");
		life("acknowledged", "\"commands\": [\"unacknowledge\", \"restart\"], \"phase\": \"mitigated\"");
		assertThat(this.console.as(Role.RESPONDER).in("fr").open("/incidents/42").body()).contains("sous surveillance",
				"Rendre", "Recommencer avec la nouvelle politique");
		life("merged", "\"mergedInto\": 41, \"commands\": [\"reopen\"]");
		assertThat(page()).contains("merged</span>", "href=\"/incidents/41\"");
	}

	@Test
	void passesOnWhatIsSaid() {
		life("resolved", "\"commands\": [\"close\"]");
		this.programs.answer("POST /api/v1/incidents/42/snooze", 200, "{}");
		this.programs.answer("POST /api/v1/incidents/42/restart", 200, "{}");
		this.programs.answer("POST /api/v1/incidents/42/close", 409, "{}");
		Browser browser = this.console.as(Role.RESPONDER);
		browser.open("/incidents/42");
		browser.submit("/incidents/42/snooze", Map.of("length", "TWO_HOURS"));
		browser.open("/incidents/42");
		assertThat(browser.submit("/incidents/42/restart", Map.of()).body()).contains("INC-42 begins anew");
		browser.open("/incidents/42");
		assertThat(browser.submit("/incidents/42/close", Map.of("outcome", "test")).body())
			.contains("INC-42 has changed in the meantime");
		assertThat(this.programs.received()).extracting(FakePrograms.Received::body)
			.contains("{\"outcome\":\"test\"}")
			.anyMatch((body) -> body.startsWith("{\"until\":\"20"));
	}

	@Test
	void saysWhyWhatWasSaidWasRefusedAndKeepsIt() {
		life("resolved", "\"commands\": [\"reopen\", \"snooze\"]");
		this.programs.answer("POST /api/v1/incidents/42/reopen", 400,
				"""
						{"type": "/problems/invalid", "errors": [{"field": "reason", "reason": "must not be blank"}, {"field": "x", "reason": "is <odd>"}]}""");
		Browser browser = this.console.as(Role.RESPONDER);
		browser.open("/incidents/42");
		assertThat(browser.submit("/incidents/42/reopen", Map.of("reason", "again <b>")).body())
			.contains("class=\"refused\"", "Say a reason, in 2000 characters at most. x: is &lt;odd&gt;",
					"<details name=\"act\" open=\"open\">", ">again &lt;b&gt;</textarea>")
			.containsOnlyOnce("open=\"open\"");
		assertThat(browser.open("/incidents/42").body()).as("only once").doesNotContain("refused", "again &lt;b&gt;");
		assertThat(browser.submit("/incidents/42/snooze", Map.of("until", "whenever")).body())
			.contains("within the next 7 days");
		this.programs.answer("POST /api/v1/incidents/42/reopen", 500, "{}");
		assertThat(browser.submit("/incidents/42/reopen", Map.of("reason", "again")).statusCode()).isEqualTo(503);
	}

	@Test
	void passesOnReasonsTimesAndPhases() {
		life("acknowledged", "\"phase\": \"identified\", \"commands\": [\"identified\", \"snooze\", \"cancel\"]");
		Browser browser = this.console.as(Role.RESPONDER);
		assertThat(browser.open("/incidents/42").body())
			.containsPattern("aria-pressed=\"true\"[^>]*>cause identified<");
		browser.submit("/incidents/42/mitigated", Map.of());
		browser.submit("/incidents/42/snooze", Map.of("until", "2026-03-02T14:30"));
		assertThat(browser.submit("/incidents/42/cancel", Map.of("reason", "a drill", "outcome", "")).body())
			.contains("INC-42 is cancelled");
		assertThat(this.programs.received()).filteredOn((call) -> call.name().startsWith("POST /api/v1/incidents"))
			.extracting((call) -> call.name().substring(call.name().lastIndexOf('/') + 1) + " " + call.body())
			.containsExactly("mitigated {}", "snooze {\"until\":\"2026-03-02T14:30:00Z\"}",
					"cancel {\"reason\":\"a drill\"}");
		assertThat(browser.submit("/incidents/42/explode", Map.of()).statusCode()).isEqualTo(404);
	}

	@Test
	void offersReadersNothingToSay() {
		life("acknowledged", "\"commands\": [\"identified\", \"snooze\", \"resolve\", \"cancel\"]");
		assertThat(page()).contains("INC-42").doesNotContain("<textarea", "formaction=", "action=\"/incidents");
		assertThat(this.console.as(Role.VIEWER).submit("/incidents/42/cancel", Map.of("reason", "x")).statusCode())
			.isEqualTo(403);
	}

	private void life(String status, String more) {
		this.programs.answer("GET /api/v1/incidents/42", 200, """
				{"number": 42, "id": "INC-42", "title": "Slow", "status": "%s", "severity": "P1", "firing": 0,
				 "hidden": 0, "integration": "alertmanager", "alerts": [], "triggeredAt": "2026-03-02T12:00:00Z", %s}"""
			.formatted(status, more));
	}

	private String responder() {
		return this.console.as(Role.RESPONDER).open("/incidents/42").body();
	}

	private String page() {
		HttpResponse<String> page = this.console.as(Role.VIEWER).open("/incidents/42");
		assertThat(page.statusCode()).isEqualTo(200);
		return page.body();
	}

	private List<String> questions() {
		return this.programs.received()
			.stream()
			.filter((request) -> request.name().equals("GET /api/v1/changes"))
			.map(FakePrograms.Received::uri)
			.map(URI::getRawQuery)
			.map((query) -> URLDecoder.decode(query, StandardCharsets.UTF_8))
			.toList();
	}

	private void incident(String... alerts) {
		incident("resolved", alerts);
	}

	private void open(String... alerts) {
		incident("triggered", alerts);
	}

	private void incident(String status, String[] alerts) {
		this.programs.answer("GET /api/v1/incidents/42", 200,
				"""
						{"number": 42, "id": "INC-42", "title": "Slow", "status": "%s", "severity": "P1", "firing": 1, "hidden": 0,
						 "integration": "alertmanager", "alerts": [%s], "triggeredAt": "2026-03-02T12:00:00Z", "resolvedAt": "2026-03-02T13:00:00Z"}"""
					.formatted(status, String.join(",", alerts)));
	}

	private static String change(String summary, String service, String links) {
		return """
				{"items": [{"id": "7d444840-9dc0-11d1-b245-5ffdce74fad2", "happenedAt": "2026-03-02T11:48:00Z",
				 "summary": "%s", "service": "%s", "links": %s}]}""".formatted(summary, service, links);
	}

}
