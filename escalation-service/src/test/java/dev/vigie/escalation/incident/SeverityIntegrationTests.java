package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
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

	private MvcTestResult incident(long number) {
		return this.http.get()
			.uri("/api/v1/incidents/" + number)
			.with(Tokens.by("ada", "incidents:read"))
			.exchange();
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
