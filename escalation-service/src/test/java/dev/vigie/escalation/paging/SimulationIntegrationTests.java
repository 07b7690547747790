package dev.vigie.escalation.paging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SimulationIntegrationTests {

	private static final List<String> TARGETS = List.of("{\"person\": \"ada\"}", "{\"person\": \"linus\"}",
			"{\"onCall\": \"primary\"}", "{\"onCall\": \"primary\", \"role\": \"backup\"}",
			"{\"onCall\": \"primary\", \"role\": \"next\"}", "{\"onCall\": \"nobody\"}", "{\"team\": \"rewapp\"}",
			"{\"team\": \"rewapp\", \"position\": \"tech-lead\"}", "{\"channel\": \"ops\"}");

	@Autowired
	private Firing firing;

	@Autowired
	private StepExecutor executor;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@BeforeEach
	void everybodyIsThere() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER.replace("\"end\": \"2026-03-09T08:00:00Z\"}]}", """
				"end": "2026-03-02T13:00:00Z"},
				{"person": "linus", "start": "2026-03-02T13:00:00Z", "end": "2026-03-02T15:00:00Z"},
				{"person": "grace", "role": "backup", "start": "2026-03-02T08:00:00Z", "end": "2026-03-02T14:00:00Z"},
				{"person": "ada", "start": "2026-03-02T16:00:00Z", "end": "2026-03-16T08:00:00Z"}]}
				"""));
		this.firing.put("channels/ops", "{\"type\": \"email\", \"address\": \"ops@example.org\"}");
	}

	@Test
	@DisplayName("Issue 5, shows 7: what is simulated is what then happens, in 200 generated cases")
	void foretellsWhatTheEngineThenDoes() {
		Random random = new Random(20261121);
		Instant noon = this.clock.instant();
		for (int trial = 0; trial < 200; trial++) {
			this.clock.set(noon.plus(Duration.ofMinutes(random.nextInt(300))));
			this.firing.policy("[]");
			this.firing.put("escalation-policies/all", randomPolicy(random));
			String name = "db" + trial;
			List<String> foreseen = pages(simulate(name), "future");
			long number = this.firing.fires(name);
			goThrough(number);
			assertThat(happened(number)).as("case %d, %s", trial, this.clock.instant()).isEqualTo(foreseen);
		}
	}

	@Test
	void sortsWhatComesByTimeAndSaysWhyAndWhatDoesNot() {
		this.firing.policy("""
				[{"after": "0m", "notify": [{"onCall": "nobody"}]},
				 {"after": "10m", "when": "firing > 5", "notify": [{"person": "ada"}]}]
				""");
		JsonNode outlook = simulate("db1");
		assertThat(outlook.get("severity").asString()).isEqualTo("P1");
		assertThat(outlook.get("route").asString()).isEqualTo("all");
		assertThat(outlook.get("future").valueStream().map((event) -> event.get("what").asString()))
			.containsExactly("nobody", "page", "skipped", "exhausted");
		assertThat(outlook.get("future").get(1).get("target").asString()).isEqualTo("fallback:team");
		assertThat(outlook.get("future").get(1).get("reason").asString()).contains("onCall:nobody");
		assertThat(outlook.get("future").get(2).get("reason").asString()).isEqualTo("firing > 5");
		assertThat(this.jdbc.sql("select count(*) from incident").query(Long.class).single()).isZero();
	}

	@Test
	void saysByWhatPeopleShouldBeToldAndCannotBe() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\", \"via\": [\"sms\", \"email\"]}]}]");
		JsonNode page = simulate("db1").get("future").get(0);
		assertThat(page.get("address").asString()).isEqualTo("ada@example.org");
		assertThat(page.get("reason").asString()).isEqualTo("nothing can be sent by sms");
	}

	@Test
	void triesADraftInsteadOfWhatIsSaved() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\"}]}]");
		String draft = """
				{"alerts": [{"labels": {"host": "db1"}}], "drafts": {"escalationPolicy": {"severities": {"P1": {"steps": [
				  {"after": "5m", "notify": [{"person": "grace"}]}]}}}}}
				""";
		assertThat(pages(ask(draft), "future")).singleElement()
			.asString()
			.contains("person:grace grace grace@example.org");
	}

	@Test
	void triesDraftedRules() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\"}]}]");
		JsonNode outlook = ask("""
				{"alerts": [{"labels": {"tier": "2"}}], "drafts": {"severityRules": {"rules": [
				  {"when": "labels.tier == '2'", "severity": "P4", "reason": "a small one"}], "default": "P1"}}}
				""");
		assertThat(outlook.get("severity").asString()).isEqualTo("P4");
		assertThat(outlook.get("severityReason").asString()).isEqualTo("a small one");
		assertThat(outlook.get("future").get(0).get("target").asString()).isEqualTo("fallback:team");
	}

	@Test
	void triesDraftsOfSchedules() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"onCall\": \"nobody\"}, {\"onCall\": \"fresh\"}]}]");
		String question = "{\"alerts\": [{}], \"drafts\": {\"schedules\": {\"nobody\": {}, \"fresh\": {}}}}";
		this.neighbours.drafts(200,
				"""
						{"schedules": [
						  {"name": "nobody", "shifts": [{"person": "grace", "role": "primary", "start": "2026-03-02T11:00:00Z", "end": "2026-03-02T13:00:00Z"}]},
						  {"name": "fresh", "shifts": [{"person": "linus", "start": "2026-03-02T11:00:00Z", "end": "2026-03-02T13:00:00Z"}]}]}
						""");
		assertThat(pages(ask(question), "future")).hasSize(2)
			.anyMatch((page) -> page.contains("onCall:nobody grace"))
			.anyMatch((page) -> page.contains("onCall:fresh linus"));
		this.neighbours.drafts(400,
				"{\"errors\": [{\"field\": \"schedules.fresh.timeZone\", \"reason\": \"must not be null\"}]}");
		assertThat(status(question)).isEqualTo(400);
		assertThat(ask(question).at("/errors/0/field").asString()).isEqualTo("drafts.schedules.fresh.timeZone");
		this.neighbours.onCallAway(true);
		assertThat(status(question)).isEqualTo(503);
	}

	@Test
	void foretellsWhatStepsDeclare() {
		this.firing.policy("[]");
		this.firing.put("escalation-policies/major", "{\"severities\": {\"P1\": {\"steps\": []}}}");
		this.firing.put("escalation-policies/all", """
				{"severities": {"P1": {"repeat": {"times": 2, "after": "10m"}, "steps": [
				  {"after": "0m", "notify": [{"person": "ada"}]},
				  {"after": "5m", "do": [{"declare": {"policy": "major"}}]},
				  {"after": "6m", "do": [{"declare": {"policy": "major"}}]}]}}}
				""");
		assertThat(declared(simulate("db1"))).containsExactly("2026-03-02T12:05:00Z 2 major");
		long number = this.firing.fires("db1");
		assertThat(declared(ask("{\"incident\": \"" + number + "\"}"))).hasSize(1);
		goThrough(number);
		assertThat(this.jdbc.sql("select triggered_at from incident where declared_from is not null")
			.query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.list()).containsExactly(Instant.parse("2026-03-02T12:05:00Z"));
	}

	private static List<String> declared(JsonNode outlook) {
		return outlook.get("future")
			.valueStream()
			.filter((event) -> event.get("what").asString().equals("declare"))
			.map((event) -> "%s %d %s".formatted(event.get("at").asString(), event.get("step").asInt(),
					event.get("target").asString()))
			.toList();
	}

	@Test
	void takesTheImpactThatItIsTold() {
		this.firing
			.policy("""
					[{"after": "0m", "notify": [{"person": "ada"}]}, {"after": "10m", "when": "impact", "notify": [{"person": "grace"}]}]
					""");
		this.firing.put("severity-rules/all",
				"{\"rules\": [{\"when\": \"impact\", \"severity\": \"P1\"}], \"default\": \"P3\"}");
		String alert = "{\"alerts\": [{\"labels\": {\"host\": \"db1\"}}]%s}";
		assertThat(ask(alert.formatted("")).get("severity").asString()).isEqualTo("P3");
		assertThat(pages(ask(alert.formatted(", \"impact\": true")), "future")).hasSize(2);
		long number = this.firing.fires("db1");
		this.executor.runDue();
		this.clock.advance(Duration.ofMinutes(20));
		List<String> foreseen = pages(ask("{\"incident\": \"%d\", \"impact\": true}".formatted(number)), "future");
		assertThat(foreseen).hasSize(2).first().asString().startsWith("2026-03-02T12:20:00Z 1.1 person:ada");
		assertThat(this.firing.get("/api/v1/incidents/" + number)).contains("\"severity\":\"P3\"");
	}

	@Test
	void goesOnFromWhereAnIncidentStands() {
		this.firing.policy("""
				[{"after": "0m", "notify": [{"person": "ada"}]}, {"after": "15m", "notify": [{"person": "grace"}]}]
				""");
		long number = this.firing.fires("db1");
		this.executor.runDue();
		assertThat(pages(ask("{\"incident\": \"INC-" + number + "\"}"), "future")).singleElement()
			.asString()
			.startsWith("2026-03-02T12:15:00Z 1.2 person:grace");
		this.firing.acknowledge(number);
		assertThat(ask("{\"incident\": \"" + number + "\"}").get("idle").asString()).contains("acknowledged");
	}

	@Test
	void refusesWhatItCannotLookAheadFor() {
		assertThat(status("{}")).isEqualTo(400);
		assertThat(status("{\"incident\": \"INC-1\", \"alerts\": [{}]}")).isEqualTo(400);
		assertThat(status("{\"incident\": \"INC-4711\"}")).isEqualTo(404);
		assertThat(status("{\"alerts\": [{}], \"drafts\": {\"escalationPolicy\": {\"severities\": {}}}}"))
			.isEqualTo(400);
	}

	@Test
	void saysWhatWouldHaveBeenByADraft() {
		this.firing.policy("""
				[{"after": "0m", "notify": [{"person": "ada"}]}, {"after": "15m", "notify": [{"person": "grace"}]}]
				""");
		this.clock.set(Instant.parse("2026-03-02T21:30:00Z")); // 22:30 in Paris, where
																// Ada is
		Instant from = this.clock.instant();
		long number = this.firing.fires("db1");
		this.clock.advance(Duration.ofMinutes(20));
		this.firing.acknowledge(number);
		this.firing.fires("db2");
		this.clock.advance(Duration.ofMinutes(40));
		JsonNode answer = JsonMapper.shared()
			.readTree(answer("replay",
					"""
							{"from": "%s", "to": "%s", "policy": "all", "drafts": {"escalationPolicy": {"severities": {"P1": {"steps": [
							  {"after": "5m", "notify": [{"person": "linus"}]}, {"after": "25m", "notify": [{"person": "ada"}]}]}}}}}
							"""
						.formatted(from, this.clock.instant()))
				.getContentAsByteArray());
		assertThat(answer.get("incidents").asInt()).isEqualTo(2);
		assertThat(answer.get("changed").asInt()).isEqualTo(2);
		assertThat(answer.at("/before/pagesByRecipient").toString()).isEqualTo("{\"ada\":2,\"grace\":2}");
		assertThat(answer.at("/before/wakeUpsByPerson").toString()).isEqualTo("{\"ada\":2,\"grace\":1}");
		assertThat(answer.at("/after/pagesByRecipient").toString()).isEqualTo("{\"ada\":1,\"linus\":2}");
		assertThat(answer.at("/differences/0/incident").asString()).isEqualTo("INC-" + number);
		assertThat(answer.at("/differences/0/after").size()).as("it was quiet after 20 minutes").isOne();
	}

	@Test
	void refusesToReplayWhatItCannot() {
		String drafts = "\"drafts\": {\"severityRules\": {\"rules\": [], \"default\": \"P1\"}}";
		assertThat(answer("replay", "{}").getStatus()).isEqualTo(400);
		assertThat(replay("2026-03-02T00:00:00Z", "2026-03-01T00:00:00Z", drafts)).isEqualTo(400);
		assertThat(replay("2025-03-02T00:00:00Z", "2026-03-01T00:00:00Z", drafts)).isEqualTo(400);
		assertThat(replay("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", "\"drafts\": {}")).isEqualTo(400);
		assertThat(replay("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z",
				drafts.replace("}}", "}, \"schedules\": {\"main\": {}}}")))
			.isEqualTo(400);
		this.neighbours.onCallAway(true);
		assertThat(replay("2026-03-01T00:00:00Z", "2026-03-02T00:00:00Z", drafts)).isEqualTo(503);
	}

	private int replay(String from, String to, String drafts) {
		return answer("replay", "{\"from\": \"%s\", \"to\": \"%s\", %s}".formatted(from, to, drafts)).getStatus();
	}

	private void goThrough(long number) {
		for (Optional<Instant> due = dueAt(number); due.isPresent(); due = dueAt(number)) {
			if (due.get().isAfter(this.clock.instant())) {
				this.clock.set(due.get());
			}
			this.executor.runDue();
		}
	}

	private Optional<Instant> dueAt(long number) {
		return this.jdbc.sql("select due_at from incident where number = :number and due_at is not null")
			.param("number", number)
			.query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.optional();
	}

	private List<String> happened(long number) {
		return this.jdbc.sql("""
				select p.* from page p join incident i on i.id = p.incident_id where number = :number
				""")
			.param("number", number)
			.query((row, _) -> "%s %d.%d %s %s %s".formatted(
					row.getObject("next_attempt_at", OffsetDateTime.class).toInstant(), row.getInt("cycle") + 1,
					row.getInt("step") + 1, row.getString("target"), row.getString("person"), row.getString("address")))
			.list()
			.stream()
			.sorted()
			.toList();
	}

	private static List<String> pages(JsonNode outlook, String list) {
		return outlook.get(list)
			.valueStream()
			.filter((event) -> event.get("what").asString().equals("page"))
			.map((event) -> "%s %d.%d %s %s %s".formatted(event.get("at").asString(), event.get("cycle").asInt(),
					event.get("step").asInt(), event.get("target").asString(), event.path("person").asString("null"),
					event.get("address").asString()))
			.sorted()
			.toList();
	}

	private JsonNode simulate(String name) {
		return ask("""
				{"alerts": [{"labels": {"alertname": "DiskFull", "host": "%s"}}], "groupLabels": {"host": "%s"},
				 "integration": "am"}
				""".formatted(name, name));
	}

	private JsonNode ask(String body) {
		return JsonMapper.shared().readTree(answer("simulate", body).getContentAsByteArray());
	}

	private int status(String body) {
		return answer("simulate", body).getStatus();
	}

	private MockHttpServletResponse answer(String what, String body) {
		return this.http.post()
			.uri("/api/v1/escalations:" + what)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body.getBytes(StandardCharsets.UTF_8))
			.with(Tokens.by("ada", "incidents:read"))
			.exchange()
			.getResponse();
	}

	private static String randomPolicy(Random random) {
		List<String> steps = new ArrayList<>();
		int after = 0;
		for (int step = 0; step < random.nextInt(6); step++) {
			after += random.nextInt(40);
			String targets = IntStream.rangeClosed(0, random.nextInt(4))
				.mapToObj((_) -> TARGETS.get(random.nextInt(TARGETS.size())))
				.collect(Collectors.joining(", "));
			String mode = switch (random.nextInt(4)) {
				case 0 -> "\"mode\": \"roundRobin\", ";
				case 1 -> "\"mode\": \"untilAnswered\", \"every\": \"3m\", ";
				default -> "";
			};
			String when = switch (random.nextInt(8)) {
				case 0 -> "\"when\": \"firing > " + random.nextInt(2) + "\", ";
				case 1 -> "\"when\": \"hour >= " + (12 + random.nextInt(8)) + " && weekday == 1\", ";
				default -> "";
			};
			steps.add("{\"after\": \"%dm\", %s%s\"notify\": [%s]}".formatted(after, mode, when, targets));
		}
		return "{\"timeZone\": \"Europe/Paris\", \"severities\": {\"P1\": {\"steps\": [%s], \"repeat\": {\"times\": %d, \"after\": \"%dm\"}}}}"
			.formatted(String.join(", ", steps), random.nextInt(3), 1 + random.nextInt(30));
	}

}
