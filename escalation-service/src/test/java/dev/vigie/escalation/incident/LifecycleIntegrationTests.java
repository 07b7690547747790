package dev.vigie.escalation.incident;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

@IntegrationTest
class LifecycleIntegrationTests {

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

	private long number;

	@BeforeEach
	void anIncident() {
		put("severity-rules/default",
				"{\"rules\": [{\"when\": \"firing >= 3\", \"severity\": \"P1\"}], \"default\": \"P3\"}");
		put("escalation-policies/default", """
				{"severities": {"P3": {"steps": [{"after": "0m", "notify": [{"person": "ada"}]},
					{"after": "20m", "notify": [{"person": "grace"}]}]}}}""");
		put("routes/all", "{\"order\": 1, \"severityRules\": \"default\", \"escalationPolicy\": \"default\"}");
		this.number = fire("f1", NOON);
	}

	@Test
	void goesThroughItsWholeLife() {
		say("acknowledge", "");
		say("identified", "{\"note\": \"the disk\"}");
		this.clock.advance(Duration.ofMinutes(5));
		say("mitigated", "");
		say("mitigated", "");
		say("resolve", "");
		assertThat(say("close", "{\"outcome\": \"self_healed\", \"note\": \"again\"}")).bodyJson()
			.isLenientlyEqualTo("""
					{"status": "closed", "phase": "mitigated", "identifiedAt": "%s", "mitigatedAt": "%s",
					 "outcome": "self_healed", "closedBy": "ada", "commands": ["reopen"]}""".formatted(NOON,
					NOON.plusSeconds(300)));
		assertThat(codes()).endsWith("ACKNOWLEDGED", "PHASE_REACHED", "PHASE_REACHED", "RESOLVED", "CLOSED");
		assertThat(texts("fr")).contains("ada fait le point : cause identifiée – the disk",
				"ada fait le point : sous surveillance", "Clos par ada : rétabli de lui-même – again");
		assertThat(texts("en")).contains("ada says where it stands: monitoring",
				"Closed by ada as self-healed – again");
	}

	@Test
	void goesOnWhereItStoodWhenNobodyHasItAnyMore() {
		List<DueIncident> due = this.transactions.execute((_) -> this.escalations.claim(NOON, 10));
		assertThat(due).hasSize(1);
		say("acknowledge", "");
		this.clock.advance(Duration.ofMinutes(3));
		assertThat(say("unacknowledge", "{\"note\": \"not mine\"}")).bodyJson()
			.isLenientlyEqualTo("{\"status\": \"triggered\", \"acknowledgedBy\": null, \"run\": 1}");
		say("unacknowledge", "");
		assertThat(this.escalations.peek(this.clock.instant(), 10)).singleElement()
			.satisfies((again) -> assertThat(again.progress().startedAt()).isEqualTo(NOON.plusSeconds(180)));
		assertThat(codes()).containsOnlyOnce("UNACKNOWLEDGED");
	}

	@Test
	void sleepsUntilItIsWoken() {
		assertThat(say("snooze", "{\"for\": \"2h\"}")).bodyJson()
			.isLenientlyEqualTo(
					"{\"status\": \"snoozed\", \"snoozedUntil\": \"%s\"}".formatted(NOON.plusSeconds(7200)));
		fire("f2", NOON);
		assertThat(this.escalations.peek(NOON.plusSeconds(7199), 10)).isEmpty();
		assertThat(say("unsnooze", "")).bodyJson().extractingPath("$.status").isEqualTo("triggered");
		assertThat(this.escalations.peek(NOON, 10)).hasSize(1);
		say("snooze", "{\"until\": \"%s\"}".formatted(NOON.plusSeconds(60)));
		this.clock.advance(Duration.ofSeconds(60));
		this.transactions.executeWithoutResult((_) -> this.escalations.claim(this.clock.instant(), 10));
		assertThat(get()).bodyJson().extractingPath("$.status").isEqualTo("triggered");
		assertThat(codes()).endsWith("SNOOZED", "ALERT_JOINED", "UNSNOOZED", "SNOOZED", "SNOOZE_ENDED");
	}

	@Test
	void isWokenByWhatIsWorse() {
		say("snooze", "{\"for\": \"2h\"}");
		fire("f2", NOON);
		fire("f3", NOON);
		assertThat(get()).bodyJson()
			.isLenientlyEqualTo("{\"status\": \"triggered\", \"severity\": \"P1\", \"snoozedUntil\": null}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"for\": \"0m\"}", "{\"for\": \"7d1s\"}", "{\"for\": \"x\"}",
			"{\"until\": \"2026-03-01T12:00:00Z\"}", "{\"for\": \"1h\", \"until\": \"2026-03-02T13:00:00Z\"}", "" })
	void sleepsNoLongerThanAWeek(String snooze) {
		assertThat(post("/" + this.number + "/snooze", snooze)).hasStatus(400);
	}

	@ParameterizedTest
	@CsvSource({ "acknowledge", "snooze" })
	void isResolvedByItsAlertsWhateverSomebodyDidWithIt(String command) {
		say(command, command.equals("snooze") ? "{\"for\": \"2h\"}" : "");
		this.alerts.resolved(sender(), alert("f1", NOON), NOON);
		assertThat(get()).bodyJson()
			.isLenientlyEqualTo("{\"status\": \"resolved\", \"resolvedBy\": null, \"snoozedUntil\": null}");
	}

	@ParameterizedTest
	@CsvSource({ "close", "cancel" })
	void leavesWhatFiresAnewToAnotherIncidentOnceItIsOver(String command) {
		say("resolve", "");
		if (command.equals("cancel")) {
			say("reopen", "{\"reason\": \"no\"}");
			say("cancel", "{\"reason\": \"mistake\", \"outcome\": \"test\"}");
		}
		else {
			say("close", "{\"outcome\": \"actionable\"}");
		}
		fire("f1", NOON);
		assertThat(newest()).isEqualTo(this.number);
		fire("f1", NOON.plusSeconds(60));
		assertThat(newest()).isGreaterThan(this.number);
	}

	@Test
	void isReopenedByAPersonInANewRun() {
		say("resolve", "{\"outcome\": \"false_positive\"}");
		assertThat(post("/" + this.number + "/reopen", "{}")).hasStatus(400);
		assertThat(say("reopen", "{\"reason\": \"it was real\"}")).bodyJson()
			.isLenientlyEqualTo("{\"status\": \"triggered\", \"run\": 2, \"outcome\": null, \"resolvedAt\": null}");
		assertThat(this.escalations.peek(NOON, 10)).hasSize(1);
		assertThat(texts("en")).contains("Resolved by ada as false positive", "Reopened by ada – it was real");
		assertThat(say("reopen", "{\"reason\": \"again\"}")).bodyJson().extractingPath("$.run").isEqualTo(2);
	}

	@Test
	void leavesItsGroupToTheIncidentThatHasBegunMeanwhile() {
		say("cancel", "{\"reason\": \"mistake\"}");
		long other = fire("f2", NOON.plusSeconds(60));
		assertThat(other).isGreaterThan(this.number);
		say("reopen", "{\"reason\": \"no mistake\"}");
		fire("f3", NOON.plusSeconds(60));
		assertThat(newest()).isEqualTo(other);
		assertThat(this.http.get().uri("/api/v1/incidents?status=open").with(Tokens.by("ada", "incidents:read")))
			.bodyJson()
			.extractingPath("$.items[*].firing")
			.asArray()
			.containsExactly(2, 1);
	}

	@Test
	void saysWhatGoesInsteadOfWhatDoesNot() {
		say("resolve", "");
		assertThat(post("/" + this.number + "/acknowledge", "")).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("{\"type\": \"/problems/incident-status\", \"legal\": [\"close\", \"reopen\"]}");
		assertThat(post("/" + this.number + "/close", "{\"outcome\": \"ACTIONABLE\"}")).hasStatus(400);
		assertThat(post("/" + this.number + "/close", "{}")).hasStatus(400);
		say("close", "{\"outcome\": \"test\"}");
		assertThat(say("close", "{\"outcome\": \"actionable\"}")).bodyJson()
			.extractingPath("$.outcome")
			.isEqualTo("actionable");
	}

	@Test
	void isRestartedOnlyWhileItIsOpenAndHasAPolicy() {
		assertThat(say("restart", "")).bodyJson().isLenientlyEqualTo("{\"run\": 1, \"policyVersion\": 1}");
		say("resolve", "");
		assertThat(post("/" + this.number + "/restart", "")).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo("{\"type\": \"/problems/incident-status\", \"legal\": [\"close\", \"reopen\"]}");
		this.jdbc.sql("delete from escalation_policy").update();
		say("reopen", "{\"reason\": \"no\"}");
		assertThat(post("/" + this.number + "/restart", "")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("/problems/incident-policy");
	}

	private MvcTestResult say(String command, String body) {
		MvcTestResult answer = post("/" + this.number + "/" + command, body);
		assertThat(answer).hasStatusOk();
		return answer;
	}

	private long fire(String fingerprint, Instant startsAt) {
		this.alerts.fired(sender(), alert(fingerprint, startsAt), startsAt);
		return newest();
	}

	private long newest() {
		return this.jdbc.sql("select max(number) from incident").query((row, _) -> row.getLong(1)).single();
	}

	private List<String> codes() {
		return this.jdbc.sql("select code from timeline_entry order by id").query((row, _) -> row.getString(1)).list();
	}

	private String texts(String language) {
		return new String(this.http.get()
			.uri("/api/v1/incidents/" + this.number + "/timeline")
			.header("Accept-Language", language)
			.with(Tokens.by("ada", "incidents:read"))
			.exchange()
			.getResponse()
			.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

	private MvcTestResult get() {
		return this.http.get()
			.uri("/api/v1/incidents/" + this.number)
			.with(Tokens.by("ada", "incidents:read"))
			.exchange();
	}

	private MvcTestResult post(String path, String body) {
		return this.http.post()
			.uri("/api/v1/incidents" + path)
			.with(Tokens.by("ada", "incidents:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private void put(String path, String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/" + path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)).hasStatus2xxSuccessful();
	}

	private static AlertSender sender() {
		return new AlertSender("prometheus", null, Map.of("service", "api"), 0);
	}

	private static ReportedAlert alert(String fingerprint, Instant startsAt) {
		return new ReportedAlert(fingerprint, Map.of("alertname", "Down"), Map.of(), startsAt, null, null, null);
	}

}
