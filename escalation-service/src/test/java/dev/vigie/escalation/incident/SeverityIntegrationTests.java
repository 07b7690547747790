package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What severity an incident has, and has had.
 */
@IntegrationTest
class SeverityIntegrationTests {

	static final Instant NOON = SettableClock.START;

	static final String BY_COUNT = "{\"rules\": [{\"when\": \"firing > 1\", \"severity\": \"P1\"}], \"default\": \"P3\"}";

	@Autowired
	private IncidentAlerts alerts;

	@Autowired
	private Escalations escalations;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	@Test
	void countsDistinctValuesAsAlertsJoinAndLeave() {
		rules("""
				{"rules": [{"when": "distinct.site > 10", "severity": "P1", "reason": "more than 10 sites"},
					{"when": "distinct.site > 1", "severity": "P3"}], "default": "P4"}""");
		long number = fire("s1", Map.of("site", "s1"));
		assertThat(incident(number)).bodyJson().isLenientlyEqualTo("{\"severity\": \"P4\"}");
		for (int i = 2; i <= 11; i++) {
			fire("s" + i, Map.of("site", "s" + i));
		}
		assertThat(incident(number)).bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P1\", \"severityReason\": \"more than 10 sites\", \"firing\": 11}");
		fire("again", Map.of("site", "s1"));
		resolve("s11", Map.of("site", "s11"));
		assertThat(incident(number)).bodyJson().isLenientlyEqualTo("{\"severity\": \"P3\", \"firing\": 11}");
	}

	@Test
	void countsManyIncidentsOfABatchAtOnce() {
		rules("""
				{"rules": [{"when": "distinct.site > 1", "severity": "P1"},
					{"threshold": {"value": "cpu", "warning": 80, "critical": 90, "severities": {"warning": "P3", "critical": "P2"}}}],
				 "default": "P4"}""");
		this.transactions.executeWithoutResult((_) -> {
			this.alerts.fired(sender("a"), alert("a1", Map.of("site", "x", "cpu", "95"), Map.of()), NOON);
			this.alerts.fired(sender("a"), alert("a2", Map.of("site", "y"), Map.of()), NOON);
			this.alerts.fired(sender("b"), alert("b1", Map.of("site", "x"), Map.of("values", "cpu=81, B=2")), NOON);
			this.alerts.fired(sender("b"), alert("b2", Map.of("site", "x"), Map.of("values", "cpu=93.5")), NOON);
			this.alerts.fired(sender("c"), alert("c1", Map.of("site", "x"), Map.of("cpu", "85 %")), NOON);
			this.alerts.fired(sender("d"), alert("d1", Map.of("site", "x"), Map.of("cpu", "a lot")), NOON);
		});
		assertThat(severities()).containsExactly("P1 distinct.site > 1", "P2 cpu = 93.5 ≥ 90 (critical)",
				"P3 cpu = 85 ≥ 80 (warning)", "P4 default");
	}

	@Test
	void seesTheWorstLabelOfAlertsThatDiffer() {
		rules("{\"defaults\": \"labels\", \"default\": \"P4\"}");
		long number = fire("f1", Map.of("severity", "warning"));
		assertThat(incident(number)).bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P3\", \"severityReason\": \"labels.severity = warning\"}");
		fire("f2", Map.of("severity", "critical"));
		assertThat(incident(number)).bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P1\", \"severityReason\": \"labels.severity = critical\"}");
	}

	@Test
	void asksTheClockWhenAlertsMoveAndNotWhenItStrikes() {
		rules("""
				{"timeZone": "Europe/Paris", "rules": [{"when": "hour >= 18", "severity": "P2"}], "default": "P3"}""");
		long number = fire("f1", Map.of()); // 13:00 in Paris
		this.clock.advance(Duration.ofHours(6));
		assertThat(incident(number)).bodyJson().isLenientlyEqualTo("{\"severity\": \"P3\"}");
		fire("f2", Map.of());
		assertThat(incident(number)).bodyJson().isLenientlyEqualTo("{\"severity\": \"P2\"}");
	}

	@Test
	void pagesAgainWhenItRisesAlthoughSomebodyHasTakenIt() {
		rules(BY_COUNT);
		long number = fire("f1", Map.of());
		post(number, "acknowledge", "");
		assertThat(due()).isEmpty();
		fire("f2", Map.of());
		assertThat(incident(number)).bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P1\", \"status\": \"triggered\", \"acknowledgedBy\": null}");
		assertThat(due()).singleElement().satisfies((again) -> assertThat(again.severity()).isEqualTo("P1"));
		assertThat(codes()).endsWith("SEVERITY_SET", "ACKNOWLEDGEMENT_OUTGROWN");
		assertThat(texts(number, "fr")).last()
			.asString()
			.startsWith("La sévérité est maintenant P1 ; ada avait pris en charge moins grave");
	}

	@Test
	void asksTheRulesAgainWhenTheBusinessIsAffected() {
		rules("{\"rules\": [{\"when\": \"impact\", \"severity\": \"P1\"}], \"default\": \"P3\"}");
		long number = fire("f1", Map.of());
		post(number, "acknowledge", "");
		assertThat(this.http.put()
			.uri("/api/v1/incidents/" + number + "/impact")
			.with(Tokens.by("ada", "incidents:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"business\": true, \"text\": \"no orders\"}")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P1\", \"severityReason\": \"impact\", \"status\": \"triggered\"}");
		assertThat(codes()).endsWith("IMPACT_SET", "SEVERITY_SET", "ACKNOWLEDGEMENT_OUTGROWN");
	}

	@Test
	void hidesNothingAndTakesNothingBackWhenItFalls() {
		rules(BY_COUNT);
		long number = fire("f1", Map.of());
		fire("f2", Map.of());
		post(number, "acknowledge", "");
		resolve("f2", Map.of());
		assertThat(incident(number)).bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P3\", \"status\": \"acknowledged\", \"acknowledgedBy\": \"ada\"}");
	}

	@Test
	void staysWhatAPersonDecidedAndSaysWhatTheRulesSay() {
		rules(BY_COUNT);
		long number = fire("f1", Map.of());
		assertThat(decide(number, "P4", " a test \u0000site ")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
				{"severity": "P4", "severityReason": "a test site", "severitySetBy": "ada", "ruledSeverity": "P3"}""");
		assertThat(decide(number, "P4", "a test site")).hasStatusOk();
		post(number, "acknowledge", "");
		fire("f2", Map.of());
		assertThat(incident(number)).bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P4\", \"ruledSeverity\": \"P1\", \"status\": \"triggered\"}");
		assertThat(due()).singleElement().satisfies((again) -> {
			assertThat(again.severity()).isEqualTo("P4");
			assertThat(again.severityReason()).isEqualTo("a test site (P1? firing > 1)");
		});
		fire("f3", Map.of());
		resolve("f3", Map.of());
		resolve("f2", Map.of());
		fire("f4", Map.of("another", "x"));
		assertThat(codes()).containsSubsequence("SEVERITY_SET", "SEVERITY_OVERRIDDEN", "ACKNOWLEDGED",
				"SEVERITY_OUTGROWN", "ACKNOWLEDGEMENT_OUTGROWN", "SEVERITY_RULED", "SEVERITY_OUTGROWN");
		assertThat(codes()).containsOnlyOnce("SEVERITY_SET", "SEVERITY_OVERRIDDEN", "SEVERITY_RULED");
		assertThat(texts(number, "en")).contains("ada set the severity to P4: a test site",
				"The rules now say P1 (firing > 1), worse than P4, set by ada: those of P4 are told again",
				"The rules now say P3 (default); it stays P4, set by ada");
		assertThat(release(number)).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P1\", \"severitySetBy\": null, \"ruledSeverity\": null}");
		assertThat(release(number)).hasStatusOk();
		assertThat(codes()).containsOnlyOnce("SEVERITY_RELEASED");
	}

	@Test
	void pagesByWhatAPersonRaisedItTo() {
		rules(BY_COUNT);
		long number = fire("f1", Map.of());
		post(number, "acknowledge", "");
		assertThat(decide(number, "P1", "customers call")).bodyJson()
			.isLenientlyEqualTo("{\"severity\": \"P1\", \"status\": \"triggered\"}");
		assertThat(due()).singleElement().satisfies((again) -> assertThat(again.severity()).isEqualTo("P1"));
		assertThat(codes()).endsWith("SEVERITY_OVERRIDDEN", "ACKNOWLEDGEMENT_OUTGROWN");
	}

	@Test
	void tellsWhichItHadWhenAndForHowLong() {
		rules(BY_COUNT);
		long number = fire("f1", Map.of());
		this.clock.advance(Duration.ofMinutes(10));
		fire("f2", Map.of());
		this.clock.advance(Duration.ofMinutes(5));
		decide(number, "P2", "half of them");
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(history(number)).bodyJson().isLenientlyEqualTo("""
				{"items": [
					{"severity": "P3", "seconds": 600, "by": null, "reason": "default"},
					{"severity": "P1", "seconds": 300, "by": null, "reason": "firing > 1"},
					{"severity": "P2", "seconds": 60, "by": "ada", "reason": "half of them", "until": null}],
				 "seconds": {"P1": 300, "P2": 60, "P3": 600}}""");
		post(number, "resolve", "");
		this.clock.advance(Duration.ofHours(1));
		assertThat(history(number)).bodyJson()
			.isLenientlyEqualTo("{\"seconds\": {\"P1\": 300, \"P2\": 60, \"P3\": 600}}");
	}

	@Test
	void isDecidedOnlyWhileOpenByThoseWhoMay() {
		rules(BY_COUNT);
		long number = fire("f1", Map.of());
		assertThat(put(number, "{\"severity\": \"P9\", \"reason\": \"x\"}", "incidents:write")).hasStatus(400);
		assertThat(put(number, "{\"severity\": \"P1\"}", "incidents:write")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("reason");
		assertThat(put(number, "{\"reason\": \"x\"}", "incidents:write")).hasStatus(400);
		assertThat(put(number, "{\"severity\": \"P1\", \"reason\": \"x\"}", "incidents:read")).hasStatus(403);
		assertThat(decide(4711, "P1", "x")).hasStatus(404);
		assertThat(history(4711)).hasStatus(404);
		post(number, "resolve", "");
		assertThat(decide(number, "P1", "x")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("/problems/incident-status");
		assertThat(release(number)).hasStatusOk();
	}

	private void rules(String rules) {
		put("severity-rules/default", rules);
		put("escalation-policies/default", "{\"severities\": {\"P1\": {\"steps\": []}, \"P3\": {\"steps\": []}}}");
		put("routes/all", "{\"order\": 1, \"severityRules\": \"default\", \"escalationPolicy\": \"default\"}");
	}

	private void put(String path, String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/" + path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)).hasStatus2xxSuccessful();
	}

	private MvcTestResult decide(long number, String severity, String reason) {
		return put(number,
				"{\"severity\": \"%s\", \"reason\": \"%s\"}".formatted(severity, reason.replace("\0", "\\u0000")),
				"incidents:write");
	}

	private MvcTestResult put(long number, String body, String scope) {
		return this.http.put()
			.uri("/api/v1/incidents/" + number + "/severity")
			.with(Tokens.by("ada", scope, "incidents:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult release(long number) {
		return this.http.delete()
			.uri("/api/v1/incidents/" + number + "/severity")
			.with(Tokens.by("ada", "incidents:write", "incidents:read"))
			.exchange();
	}

	private MvcTestResult history(long number) {
		return this.http.get()
			.uri("/api/v1/incidents/" + number + "/severities")
			.with(Tokens.by("ada", "incidents:read"))
			.exchange();
	}

	private void post(long number, String command, String body) {
		assertThat(this.http.post()
			.uri("/api/v1/incidents/" + number + "/" + command)
			.with(Tokens.by("ada", "incidents:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)).hasStatusOk();
	}

	private List<DueIncident> due() {
		return this.escalations.peek(this.clock.instant(), 10);
	}

	private List<String> codes() {
		return this.jdbc.sql("select code from timeline_entry order by id").query((row, _) -> row.getString(1)).list();
	}

	private List<Object> texts(long number, String language) {
		List<Object> texts = new ArrayList<>();
		assertThat(this.http.get()
			.uri("/api/v1/incidents/" + number + "/timeline")
			.header("Accept-Language", language)
			.with(Tokens.by("ada", "incidents:read"))).bodyJson()
			.extractingPath("$.items[*].text")
			.asArray()
			.satisfies((found) -> texts.addAll(List.of(found)));
		return texts;
	}

	private MvcTestResult incident(long number) {
		return this.http.get().uri("/api/v1/incidents/" + number).with(Tokens.by("ada", "incidents:read")).exchange();
	}

	private List<String> severities() {
		return this.jdbc.sql("select severity || ' ' || severity_reason from incident order by number")
			.query((row, _) -> row.getString(1))
			.list();
	}

	private long fire(String fingerprint, Map<String, String> labels) {
		this.alerts.fired(sender("api"), alert(fingerprint, labels, Map.of()), this.clock.instant());
		return this.jdbc.sql("select max(number) from incident").query((row, _) -> row.getLong(1)).single();
	}

	private void resolve(String fingerprint, Map<String, String> labels) {
		this.alerts.resolved(sender("api"), alert(fingerprint, labels, Map.of()), this.clock.instant());
	}

	private static AlertSender sender(String service) {
		return new AlertSender("prometheus", null, Map.of("service", service), 0);
	}

	private static ReportedAlert alert(String fingerprint, Map<String, String> labels,
			Map<String, String> annotations) {
		return new ReportedAlert(fingerprint, labels, annotations, NOON, null, null, null);
	}

}
