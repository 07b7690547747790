package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.escalation.policy.EscalationPlan.Position;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class IncidentIntegrationTests {

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
	void keepsTheVersionsItBeganWith() {
		route("P2", "0m");
		long number = fire("f1", "api");
		route("P4", "5m");
		fire("f2", "api");
		assertThat(get("/" + number)).bodyJson().isLenientlyEqualTo("""
				{"severity": "P2", "severityReason": "default", "team": "ops", "escalationPolicy": "default",
				 "policyVersion": 1, "run": 1, "runbookState": "pending", "status": "triggered", "firing": 2}""");
		long next = fire("f3", "web");
		assertThat(get("/" + next)).bodyJson().isLenientlyEqualTo("{\"severity\": \"P4\", \"policyVersion\": 2}");
	}

	@Test
	void isDueAtOnceWhenItBecomesWorse() {
		put("escalation-policies/default", "{\"severities\": {\"P1\": {\"steps\": []}}}");
		put("severity-rules/default",
				"{\"rules\": [{\"when\": \"firing >= 2\", \"severity\": \"P1\"}], \"default\": \"P3\"}");
		put("routes/all", "{\"order\": 1, \"severityRules\": \"default\", \"escalationPolicy\": \"default\"}");
		fire("f1", "api");
		DueIncident due = this.escalations.peek(NOON, 10).getFirst();
		reschedule(due.id(), new Position(0, 1), NOON.plusSeconds(900));
		assertThat(this.escalations.peek(NOON, 10)).isEmpty();
		fire("f2", "api");
		assertThat(this.escalations.peek(NOON, 10)).singleElement().satisfies((again) -> {
			assertThat(again.severity()).isEqualTo("P1");
			assertThat(again.progress().position()).isEqualTo(Position.START);
			assertThat(again.facts().firing()).isEqualTo(2);
		});
		this.alerts.resolved(sender("api"), alert("f2", NOON), NOON);
		assertThat(codes()).endsWith("SEVERITY_SET", "ALERT_RESOLVED", "SEVERITY_SET");
	}

	@Test
	@DisplayName("Check 23: acknowledging twice is one acknowledgement, and without the right it is refused")
	void isAcknowledgedAndResolvedOnceHoweverOftenItIsSaid() {
		long number = fire("f1", "api");
		assertThat(post("/INC-" + number + "/acknowledge", "{\"note\": \"on it\"}")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"{\"status\": \"acknowledged\", \"acknowledgedBy\": \"ada\", \"nextEscalationAt\": null}");
		assertThat(post("/" + number + "/acknowledge", "")).hasStatusOk();
		assertThat(this.escalations.peek(NOON, 10)).isEmpty();
		assertThat(post("/" + number + "/resolve", "")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"status\": \"resolved\", \"resolvedBy\": \"ada\"}");
		assertThat(post("/" + number + "/resolve", "")).hasStatusOk();
		MvcTestResult refused = post("/" + number + "/acknowledge", "");
		assertThat(refused).hasStatus(409)
			.bodyJson()
			.extractingPath("$.legal")
			.asArray()
			.containsExactly("close", "reopen");
		assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo("/problems/incident-status");
		assertThat(codes()).containsOnlyOnce("ACKNOWLEDGED", "RESOLVED");
	}

	@Test
	void tellsItsStoryInTheLanguageOfTheCaller() {
		long number = fire("f1", "api");
		post("/" + number + "/acknowledge", "{\"note\": \"j'arr\\u0000ive\"}");
		assertThat(get("/" + number + "/timeline")).bodyJson()
			.extractingPath("$.items[*].text")
			.asArray()
			.contains("Alert joined: Down (service=api)", "Severity is P3: no route", "Acknowledged by ada – j'arrive");
		assertThat(this.http.get()
			.uri("/api/v1/incidents/" + number + "/timeline")
			.header("Accept-Language", "fr-CA, en;q=0.5")
			.with(Tokens.by("ada", "incidents:read"))).bodyJson()
			.extractingPath("$.items[*].text")
			.asArray()
			.contains("Alerte rattachée : Down (service=api)", "Pris en charge par ada – j'arrive");
		assertThat(get("/" + number + "/timeline?limit=2")).bodyJson().extractingPath("$.items").asArray().hasSize(2);
		assertThat(get("/" + number + "/timeline?after=" + Long.MAX_VALUE)).bodyJson()
			.extractingPath("$.next")
			.isNull();
	}

	@Test
	void listsTheNewestFirst() {
		long first = fire("f1", "a");
		long second = fire("f2", "b");
		long third = fire("f3", "c");
		post("/" + second + "/resolve", "");
		assertThat(get("?status=triggered,ACKNOWLEDGED")).bodyJson()
			.extractingPath("$.items[*].number")
			.asArray()
			.containsExactly((int) third, (int) first);
		assertThat(get("?limit=2")).bodyJson().extractingPath("$.next").isEqualTo(String.valueOf(second));
		assertThat(get("?limit=2&after=" + second)).bodyJson()
			.extractingPath("$.items[*].alerts[*].fingerprint")
			.asArray()
			.containsExactly("f1");
		assertThat(get("?status=odd")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("status");
		assertThat(get("?after=x")).hasStatus(400);
	}

	@Test
	void isNotFoundByAnythingButItsNumber() {
		assertThat(get("/4711")).hasStatus(404);
		assertThat(get("/INC-x")).hasStatus(404);
		assertThat(post("/99999999999999999999/resolve", "")).hasStatus(404);
		assertThat(get("/4711/timeline")).hasStatus(404);
	}

	@Test
	@DisplayName("Check 23: acknowledging twice is one acknowledgement, and without the right it is refused")
	void isTouchedOnlyWithTheRightScope() {
		assertThat(this.http.post().uri("/api/v1/incidents/1/resolve")).hasStatus(401);
		assertThat(this.http.post().uri("/api/v1/incidents/1/resolve").with(Tokens.by("ada", "incidents:read")))
			.hasStatus(403);
		assertThat(this.http.get().uri("/api/v1/incidents").with(Tokens.by("ada", "config:read"))).hasStatus(403);
	}

	@Test
	void isGivenToOneOfTwoThatClaimAtOnce() throws Exception {
		this.transactions.executeWithoutResult((_) -> {
			for (int i = 0; i < 500; i++) {
				this.alerts.fired(sender("s" + i), alert("f" + i, NOON), NOON);
			}
		});
		List<UUID> claimed = new ArrayList<>();
		try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
			Callable<List<UUID>> replica = this::claimAll;
			for (Future<List<UUID>> share : replicas.invokeAll(List.of(replica, replica))) {
				claimed.addAll(share.get());
			}
		}
		assertThat(claimed).hasSize(500).doesNotHaveDuplicates();
	}

	@Test
	void bringsTheNextStepForwardAndKeepsTheDistances() {
		fire("f1", "api");
		UUID id = this.escalations.peek(NOON, 1).getFirst().id();
		reschedule(id, new Position(0, 1), NOON.plusSeconds(900));
		this.clock.advance(Duration.ofSeconds(60));
		bringForward(id, this.clock.instant());
		bringForward(id, NOON.plusSeconds(700));
		assertThat(this.escalations.peek(NOON.plusSeconds(60), 1)).singleElement()
			.satisfies((due) -> assertThat(due.progress().startedAt()).isEqualTo(NOON.minusSeconds(840)));
	}

	@Test
	void remembersItsRunbooks() {
		long number = fire("f1", "api");
		UUID id = this.escalations.idOf("INC-" + number).orElseThrow();
		RunbookLink link = new RunbookLink("api-down", "API is down", 3, "http://vigie/runbooks/api-down", "label x");
		this.transactions.executeWithoutResult((_) -> {
			this.escalations.runbooksUnknown(List.of(id));
			this.escalations.runbooksUnknown(List.of(id));
			this.escalations.attachRunbooks(Map.of(id, List.of(link)));
			this.escalations.attachRunbooks(Map.of(id, List.of(link)));
		});
		assertThat(this.escalations.peek(NOON, 1).getFirst().runbooks()).containsExactly(link);
		assertThat(codes()).containsOnlyOnce("RUNBOOK_UNKNOWN", "RUNBOOK_ATTACHED");
		assertThat(get("/" + number)).bodyJson().extractingPath("$.runbookState").isEqualTo("known");
		assertThat(this.escalations.idOf("INC-0")).isEmpty();
	}

	@Test
	void cannotBeForgotten() {
		fire("f1", "api");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.jdbc.sql("update incident set due_at = null").update());
		UUID id = this.escalations.peek(NOON, 1).getFirst().id();
		this.transactions.executeWithoutResult((_) -> this.escalations
			.move(List.of(DueMove.idle(id, new Position(1, 0), "POLICY_EXHAUSTED", List.of()))));
		assertThat(this.escalations.peek(NOON.plusSeconds(9999), 1)).isEmpty();
	}

	@Test
	void keepsEveryLineOfItsTimeline() {
		fire("f1", "api");
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("update timeline_entry set code = 'X'").update());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("delete from timeline_entry").update());
	}

	private void route(String severity, String after) {
		put("severity-rules/default", "{\"default\": \"%s\"}".formatted(severity));
		put("escalation-policies/default", """
				{"severities": {"P2": {"steps": [{"after": "%s", "notify": [{"person": "ada"}]}]}}}"""
			.formatted(after));
		put("routes/all", """
				{"order": 1, "team": "ops", "severityRules": "default", "escalationPolicy": "default"}""");
	}

	private void put(String path, String spec) {
		assertThat(this.http.put()
			.uri("/api/v1/" + path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)).hasStatus2xxSuccessful();
	}

	private MvcTestResult get(String path) {
		return this.http.get().uri("/api/v1/incidents" + path).with(Tokens.by("ada", "incidents:read")).exchange();
	}

	private MvcTestResult post(String path, String body) {
		return this.http.post()
			.uri("/api/v1/incidents" + path)
			.with(Tokens.by("ada", "incidents:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private long fire(String fingerprint, String service) {
		this.alerts.fired(sender(service), alert(fingerprint, NOON), NOON);
		return this.jdbc.sql("select max(number) from incident").query((row, _) -> row.getLong(1)).single();
	}

	private void reschedule(UUID id, Position next, Instant dueAt) {
		this.transactions
			.executeWithoutResult((_) -> this.escalations.move(List.of(DueMove.to(id, next, dueAt, List.of()))));
	}

	private void bringForward(UUID id, Instant dueAt) {
		this.transactions.executeWithoutResult((_) -> this.escalations.bringForward(id, dueAt));
	}

	private List<UUID> claimAll() {
		List<UUID> mine = new ArrayList<>();
		int found = -1;
		while (found != 0) {
			found = this.transactions.execute((_) -> {
				List<DueIncident> claimed = this.escalations.claim(NOON, 20);
				claimed.forEach((due) -> {
					this.escalations
						.move(List.of(DueMove.to(due.id(), new Position(0, 1), NOON.plusSeconds(900), List.of())));
					mine.add(due.id());
				});
				return claimed.size();
			});
		}
		return mine;
	}

	private List<String> codes() {
		return this.jdbc.sql("select code from timeline_entry order by id").query((row, _) -> row.getString(1)).list();
	}

	private static AlertSender sender(String service) {
		return new AlertSender("prometheus", null, Map.of("service", service), 0);
	}

	private static ReportedAlert alert(String fingerprint, Instant startsAt) {
		return new ReportedAlert(fingerprint, Map.of("alertname", "Down"), Map.of(), startsAt, null, null, null);
	}

}
