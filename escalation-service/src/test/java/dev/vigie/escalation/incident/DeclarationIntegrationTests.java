package dev.vigie.escalation.incident;

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

import dev.vigie.escalation.policy.EscalationPlan.Position;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class DeclarationIntegrationTests {

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

	@BeforeEach
	void routes() {
		put("severity-rules/default",
				"{\"rules\": [{\"when\": \"labels.service == 'api'\", \"severity\": \"P2\"}], \"default\": \"P4\"}");
		put("escalation-policies/default",
				"{\"severities\": {\"P2\": {\"steps\": [{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\"}]}]}}}");
		put("escalation-policies/security",
				"{\"severities\": {\"P1\": {\"steps\": [{\"after\": \"0m\", \"notify\": [{\"person\": \"grace\"}]}]}}}");
		put("routes/all", """
				{"order": 1, "team": "ops", "severityRules": "default", "escalationPolicy": "default"}""");
	}

	@Test
	void goesTheWayOfThoseThatAlertsOpen() {
		MvcTestResult made = declare(
				"{\"title\": \"Customers\\n cannot pay\", \"service\": \"api\", \"description\": \"seen on the phone\"}",
				null);
		assertThat(made).hasStatus(201)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"title": "Customers cannot pay", "status": "triggered", "severity": "P2", "team": "ops",
							 "integration": "manual", "description": "seen on the phone", "escalationPolicy": "default", "declaredBy": "ada", "firing": 0,
							 "labels": {"service": "api"}, "impact": {"business": false}}""");
		assertThat(made.getResponse().getHeader("Location")).isEqualTo("/api/v1/incidents/" + newest());
		assertThat(this.escalations.peek(NOON, 10)).hasSize(1);
		assertThat(codes()).containsExactly("INCIDENT_TRIGGERED", "ROUTE_MATCHED", "SEVERITY_SET");
		assertThat(this.http.get()
			.uri("/api/v1/incidents/" + newest() + "/timeline")
			.with(Tokens.by("ada", "incidents:read"))).bodyJson()
			.extractingPath("$.items[0].text")
			.isEqualTo("Declared by ada: Customers cannot pay");
	}

	@Test
	void saysItselfHowBadItIsAndWhoIsTold() {
		assertThat(declare("""
				{"title": "Somebody is in", "severity": "p1", "policy": "security", "team": "security",
				 "labels": {"host": "db1"}, "impact": {"business": true, "text": "unknown", "startedAt": "%s"}}"""
			.formatted(NOON.minusSeconds(600)), null)).hasStatus(201)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"severity": "P1", "severityReason": "declared by ada", "team": "security", "escalationPolicy": "security",
							 "impact": {"business": true, "text": "unknown", "startedAt": "%s"}}"""
						.formatted(NOON.minusSeconds(600)));
	}

	@Test
	void isDeclaredOnceHoweverOftenItIsSaidWithAKey() {
		assertThat(declare("{\"title\": \"Down\"}", "k1")).hasStatus(201);
		long number = newest();
		assertThat(declare("{\"title\": \"Down\"}", "k1")).hasStatus(201)
			.bodyJson()
			.extractingPath("$.number")
			.isEqualTo((int) number);
		assertThat(declare("{\"title\": \"Up\"}", "k1")).hasStatus(409);
		assertThat(declare("{\"title\": \"Down\"}", "k2")).hasStatus(201);
		assertThat(declare("{\"title\": \"Down\"}", " ")).hasStatus(400);
		assertThat(codes()).filteredOn("INCIDENT_TRIGGERED"::equals).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"title\": \"x\", \"people\": [\"grace\"]}",
			"{\"title\": \"x\", \"privat\": true}", "{\"title\": \" \"}", "{\"title\": \"x\", \"severity\": \"bad\"}",
			"{\"title\": \"x\", \"policy\": \"nobody-knows\"}", "{\"title\": \"x\", \"team\": \"No Name\"}",
			"{\"title\": \"x\", \"labels\": {\"\": \"y\"}}",
			"{\"title\": \"x\", \"impact\": {\"business\": true, \"startedAt\": \"2030-01-01T00:00:00Z\"}}" })
	void isRefusedWhenItMakesNoSense(String said) {
		assertThat(declare(said, null)).hasStatus(400);
		assertThat(this.jdbc.sql("select count(*) from incident").query(Long.class).single()).isZero();
	}

	@Test
	void hurtsTheBusinessSinceWhenSomebodyConfirmsIt() {
		declare("{\"title\": \"Down\"}", null);
		String path = "/" + newest() + "/impact";
		String said = "{\"business\": true, \"text\": \"no orders\", \"startedAt\": \"%s\"}"
			.formatted(NOON.minusSeconds(60));
		assertThat(impact(path, said)).hasStatusOk();
		assertThat(impact(path, said)).hasStatusOk().bodyJson().extractingPath("$.impact.text").isEqualTo("no orders");
		assertThat(impact(path, "{\"business\": true, \"startedAt\": \"%s\"}".formatted(NOON.plusSeconds(1))))
			.hasStatus(400);
		assertThat(impact(path, "{}")).hasStatus(400);
		assertThat(impact(path, "{\"business\": false}")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"impact\": {\"business\": false, \"text\": null, \"startedAt\": null}}");
		assertThat(codes()).filteredOn("IMPACT_SET"::equals).hasSize(2);
	}

	@Test
	void looksAgainAtConditionsWhenItHurtsTheBusiness() {
		declare("{\"title\": \"Down\"}", null);
		this.transactions.executeWithoutResult((_) -> {
			DueIncident due = this.escalations.claim(NOON, 10).getFirst();
			this.escalations.move(List
				.of(DueMove.to(due.id(), new Position(0, 1), NOON.plusSeconds(900), List.of(new Position(0, 0)))));
		});
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.escalations.peek(this.clock.instant(), 10)).isEmpty();
		impact("/" + newest() + "/impact", "{\"business\": true}");
		assertThat(this.escalations.peek(this.clock.instant(), 10)).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "severity=P2|a", "severity=p2,P4|b,a", "team=ops|b,a",
			"team=nobody|-", "q=PAY|a", "q=db1|b", "q=d%25|-", "status=open&q=e|b,a", "status=closed|-" })
	void isFoundByWhatPeopleKnowOfIt(String query, String titles) {
		declare("{\"title\": \"a: e pay\", \"service\": \"api\"}", null);
		declare("{\"title\": \"b: e\", \"labels\": {\"host\": \"db1\"}}", null);
		assertThat(this.http.get().uri("/api/v1/incidents?" + query).with(Tokens.by("ada", "incidents:read")))
			.hasStatusOk()
			.bodyJson()
			.extractingPath("$.items[*].title")
			.asArray()
			.extracting((title) -> title.toString().substring(0, 1))
			.isEqualTo((titles != null) ? List.of(titles.split(",")) : List.of());
		assertThat(this.http.get().uri("/api/v1/incidents?q=INC-" + newest()).with(Tokens.by("ada", "incidents:read")))
			.bodyJson()
			.extractingPath("$.items")
			.asArray()
			.hasSize(1);
		assertThat(this.http.get().uri("/api/v1/incidents?severity=x").with(Tokens.by("ada", "incidents:read")))
			.hasStatus(400);
	}

	@Test
	void leadsToWhatPeopleLookAtBesides() {
		put("routes/all", """
				{"order": 1, "severityRules": "default", "escalationPolicy": "default", "links": [
				 {"name": "Panel", "url": "https://g.example/d/1?from={startsAt}&var-service={labels.service}"},
				 {"name": "Host", "url": "https://g.example/d/2?var-host={labels.host}"}]}""");
		declare("{\"title\": \"Down\", \"service\": \"api & co\"}", null);
		assertThat(this.http.get().uri("/api/v1/incidents/" + newest()).with(Tokens.by("ada", "incidents:read")))
			.bodyJson()
			.extractingPath("$.links")
			.asArray()
			.singleElement()
			.isEqualTo(Map.of("name", "Panel", "url",
					"https://g.example/d/1?from=%d&var-service=api%%20%%26%%20co".formatted(NOON.toEpochMilli())));
		assertThat(this.http.put()
			.uri("/api/v1/routes/all")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"order": 1, "severityRules": "default", "escalationPolicy": "default",
					 "links": [{"name": "x", "url": "javascript:1"}]}""")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("links[0].url");
	}

	private MvcTestResult declare(String body, String key) {
		return this.http.post()
			.uri("/api/v1/incidents")
			.with(Tokens.by("ada", "incidents:write"))
			.headers((headers) -> {
				if (key != null) {
					headers.add("Idempotency-Key", key);
				}
			})
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult impact(String path, String body) {
		return this.http.put()
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

	private long newest() {
		return this.jdbc.sql("select max(number) from incident").query((row, _) -> row.getLong(1)).single();
	}

	private List<String> codes() {
		return this.jdbc.sql("select code from timeline_entry order by id").query((row, _) -> row.getString(1)).list();
	}

}
