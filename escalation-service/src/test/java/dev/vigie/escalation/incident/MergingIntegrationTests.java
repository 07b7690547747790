package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class MergingIntegrationTests {

	static final Instant NOON = SettableClock.START;

	@Autowired
	private IncidentAlerts alerts;

	@Autowired
	private Escalations escalations;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester http;

	private long api;

	private long web;

	@BeforeEach
	void twoIncidents() {
		put("severity-rules/default",
				"{\"rules\": [{\"when\": \"firing >= 3\", \"severity\": \"P1\"}], \"default\": \"P3\"}");
		put("escalation-policies/default", """
				{"severities": {"P1": {"steps": [{"after": "0m", "notify": [{"person": "ada"}]}]},
					"P3": {"steps": [{"after": "0m", "notify": [{"person": "ada"}]}]}}}""");
		put("routes/all", "{\"order\": 1, \"severityRules\": \"default\", \"escalationPolicy\": \"default\"}");
		this.api = fire("a1", "api", NOON);
		fire("a2", "api", NOON);
		this.web = fire("w1", "web", NOON);
	}

	@Test
	void goesOnInTheOtherWithAllItsAlerts() {
		say(this.web, "acknowledge", "");
		say(this.api, "merge", "{\"into\": \"INC-%d\", \"note\": \"same disk\"}".formatted(this.web));
		assertThat(get(this.api)).bodyJson().isLenientlyEqualTo("""
				{"status": "merged", "mergedInto": %d, "firing": 0, "alerts": [], "commands": ["reopen"],
				 "nextEscalationAt": null}""".formatted(this.web));
		assertThat(get(this.web)).bodyJson()
			.isLenientlyEqualTo("""
					{"status": "triggered", "severity": "P1", "firing": 3, "merged": [%d], "acknowledgedBy": null}"""
				.formatted(this.api));
		assertThat(this.escalations.peek(NOON, 10)).extracting(DueIncident::number).containsExactly(this.web);
		assertThat(codes(this.api)).endsWith("MERGED");
		assertThat(codes(this.web)).containsSubsequence("ACKNOWLEDGED", "MERGED_IN", "SEVERITY_SET");
		assertThat(say(this.api, "merge", "{\"into\": \"%d\"}".formatted(this.web))).hasStatusOk();
		assertThat(codes(this.web)).containsOnlyOnce("MERGED_IN");
	}

	@Test
	void actsOnTheOtherFromThenOn() {
		say(this.api, "merge", "{\"into\": \"%d\"}".formatted(this.web));
		resolve("a1", "api");
		resolve("w1", "web");
		assertThat(get(this.web)).bodyJson().isLenientlyEqualTo("{\"status\": \"triggered\", \"firing\": 1}");
		assertThat(fire("a9", "api", NOON)).as("new alerts of its group come there too").isEqualTo(this.web);
		resolve("a9", "api");
		fire("a1", "api", NOON.plusSeconds(60));
		assertThat(get(this.web)).bodyJson().isLenientlyEqualTo("{\"status\": \"triggered\", \"firing\": 2}");
		resolve("a1", "api");
		resolve("a2", "api");
		assertThat(get(this.web)).bodyJson().isLenientlyEqualTo("{\"status\": \"resolved\", \"firing\": 0}");
		assertThat(get(this.api)).bodyJson().extractingPath("$.status").isEqualTo("merged");
	}

	@Test
	void takesItsAlertsBackWhenItIsReopened() {
		say(this.api, "merge", "{\"into\": \"%d\"}".formatted(this.web));
		resolve("w1", "web");
		say(this.api, "reopen", "{\"reason\": \"two things after all\"}");
		assertThat(get(this.api)).bodyJson().isLenientlyEqualTo("""
				{"status": "triggered", "mergedInto": null, "firing": 2, "run": 2}""");
		assertThat(get(this.web)).bodyJson()
			.isLenientlyEqualTo("{\"status\": \"resolved\", \"firing\": 0, \"merged\": []}");
		assertThat(codes(this.web)).contains("UNMERGED");
	}

	@Test
	void takesBackWhatCameByWayOfIt() {
		long db = fire("d1", "db", NOON);
		say(this.api, "merge", "{\"into\": \"%d\"}".formatted(this.web));
		say(this.web, "merge", "{\"into\": \"%d\"}".formatted(db));
		assertThat(get(db)).bodyJson().extractingPath("$.firing").isEqualTo(4);
		say(this.api, "reopen", "{\"reason\": \"x\"}");
		assertThat(get(this.api)).bodyJson().extractingPath("$.firing").isEqualTo(2);
		say(this.api, "merge", "{\"into\": \"%d\"}".formatted(db));
		say(this.web, "reopen", "{\"reason\": \"x\"}");
		assertThat(get(this.web)).bodyJson().extractingPath("$.firing").isEqualTo(1);
		assertThat(get(db)).bodyJson().extractingPath("$.firing").isEqualTo(3);
	}

	@Test
	void makesNoRing() {
		assertThat(post(this.api, "merge", "{\"into\": \"%d\"}".formatted(this.api))).hasStatus(400);
		assertThat(post(this.api, "merge", "{\"into\": \"4711\"}")).hasStatus(404);
		assertThat(post(this.api, "merge", "{}")).hasStatus(400);
		say(this.api, "merge", "{\"into\": \"%d\"}".formatted(this.web));
		assertThat(post(this.web, "merge", "{\"into\": \"%d\"}".formatted(this.api))).hasStatus(409);
		long db = fire("d1", "db", NOON);
		assertThat(post(this.api, "merge", "{\"into\": \"%d\"}".formatted(db))).hasStatus(409)
			.bodyJson()
			.extractingPath("$.legal")
			.asArray()
			.containsExactly("reopen");
	}

	@Test
	void splitsWhatIsAboutSomethingElse() {
		fire("a3", "api", NOON);
		assertThat(get(this.api)).bodyJson().extractingPath("$.severity").isEqualTo("P1");
		say(this.api, "acknowledge", "");
		MvcTestResult made = post(this.api, "split", "{\"fingerprints\": [\"a2\"], \"title\": \"Disk\"}");
		assertThat(made).hasStatus(201).bodyJson().isLenientlyEqualTo("""
				{"title": "Disk", "status": "triggered", "severity": "P3", "firing": 1, "splitFrom": %d, "run": 1,
				 "escalationPolicy": "default", "alerts": [{"fingerprint": "a2"}]}""".formatted(this.api));
		long fresh = newest();
		assertThat(made.getResponse().getHeader("Location")).isEqualTo("/api/v1/incidents/" + fresh);
		assertThat(get(this.api)).bodyJson().isLenientlyEqualTo("""
				{"status": "acknowledged", "severity": "P3", "firing": 2, "splits": [%d]}""".formatted(fresh));
		assertThat(codes(this.api)).endsWith("SPLIT_OFF", "SEVERITY_SET");
		assertThat(codes(fresh)).containsExactly("INCIDENT_TRIGGERED", "ROUTE_MATCHED", "SEVERITY_SET", "SPLIT_FROM");
		assertThat(this.escalations.peek(NOON, 10)).extracting(DueIncident::number).contains(fresh);
		resolve("a2", "api");
		assertThat(get(fresh)).bodyJson().extractingPath("$.status").isEqualTo("resolved");
	}

	@Test
	void splitsOnlyWhatItHasAndKeepsSomething() {
		assertThat(post(this.api, "split", "{\"fingerprints\": [\"nobody\"]}")).hasStatus(400);
		assertThat(post(this.api, "split", "{\"fingerprints\": []}")).hasStatus(400);
		assertThat(post(this.api, "split", "{\"fingerprints\": [\"a1\", \"a2\"]}")).hasStatus(400);
		say(this.api, "resolve", "");
		assertThat(post(this.api, "split", "{\"fingerprints\": [\"a1\"]}")).hasStatus(409);
	}

	private MvcTestResult say(long number, String command, String body) {
		MvcTestResult answer = post(number, command, body);
		assertThat(answer).hasStatusOk();
		return answer;
	}

	private MvcTestResult post(long number, String command, String body) {
		return this.http.post()
			.uri("/api/v1/incidents/" + number + "/" + command)
			.with(Tokens.by("ada", "incidents:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult get(long number) {
		return this.http.get().uri("/api/v1/incidents/" + number).with(Tokens.by("ada", "incidents:read")).exchange();
	}

	private void put(String path, String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/" + path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)).hasStatus2xxSuccessful();
	}

	private long fire(String fingerprint, String service, Instant startsAt) {
		this.alerts.fired(sender(service), alert(fingerprint, service, startsAt), startsAt);
		return newest();
	}

	private void resolve(String fingerprint, String service) {
		this.alerts.resolved(sender(service), alert(fingerprint, service, NOON), NOON);
	}

	private long newest() {
		return this.jdbc.sql("select max(number) from incident").query((row, _) -> row.getLong(1)).single();
	}

	private List<String> codes(long number) {
		return this.jdbc.sql("""
				select code from timeline_entry where incident_id = (select id from incident where number = :number)
				order by id""").param("number", number).query((row, _) -> row.getString(1)).list();
	}

	private static AlertSender sender(String service) {
		return new AlertSender("prometheus", null, Map.of("service", service), 0);
	}

	private static ReportedAlert alert(String fingerprint, String service, Instant startsAt) {
		return new ReportedAlert(fingerprint, Map.of("alertname", "Down", "service", service), Map.of(), startsAt, null,
				null, null);
	}

}
