package dev.vigie.oncall;

import java.io.UncheckedIOException;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ErasureIntegrationTests {

	private static final String ADA_ZULU = """
			{"displayName": "Ada Zulu-Lovelace", "language": "fr", "timeZone": "Europe/Paris",
			 "contactMethods": [{"type": "email", "address": "zulu@example.org"}, {"type": "sms", "address": "+33612345678"}]}""";

	private static final String TOLD = "dev.vigie.person.erased";

	private static final String TEAM = Documents.TEAM.replace("\"ada\"", "\"zulu\"");

	private static final String SCHEDULE = Documents.SCHEDULE.replace("\"ada\"", "\"zulu\"");

	private static final String PAST = "schedules/main/shifts?from=2026-01-01T00:00:00Z&to=2026-03-02T08:00:00Z";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	private Manager manager;

	@BeforeEach
	void zuluAndBobAtWork() {
		this.manager = new Manager(this.http);
		this.manager.put("people/zulu", ADA_ZULU);
		this.manager.put("people/bob", Documents.BOB);
		assertThat(this.manager.put("teams/backend", TEAM)).hasStatus(201);
		assertThat(this.manager.put("schedules/main", SCHEDULE)).hasStatus(201);
	}

	@Test
	void leavesNoTraceOfThePersonAnywhere() {
		this.manager.post("people/zulu/deactivate", "{\"reason\": \"zulu moves to Rome\"}");
		this.manager.post("people/bob/deactivate", "{\"reason\": \"new job\", \"from\": \"2026-03-06T18:00:00Z\"}");
		this.http.post().uri("/api/v1/people/bob/reactivate").with(Tokens.by("zulu", "schedules:write")).exchange();
		erase("zulu");
		assertThat(everythingStored()).doesNotContainIgnoringCase("zulu")
			.doesNotContain("+33612345678", "Lovelace", "Rome", "Europe/Paris\", \"contactMethods");
		assertThat(this.manager.get("people/zulu")).hasStatus(404);
		assertThat(this.manager.get("people/zulu/export")).hasStatus(404);
	}

	@Test
	void putsAPseudonymWhereThePersonStood() {
		List<String> before = past();
		String pseudonym = erase("zulu");
		assertThat(this.manager.get("teams/backend")).bodyJson()
			.isLenientlyEqualTo(
					"{\"version\": 1, \"spec\": {\"members\": [{\"person\": \"%s\", \"position\": \"tech-lead\"}, {\"person\": \"bob\"}]}}"
						.formatted(pseudonym));
		assertThat(before).hasSize(8);
		assertThat(past()).isEqualTo(before.stream().map((shift) -> shift.replace("zulu", pseudonym)).toList());
		assertThat(this.manager.get("people/" + pseudonym)).bodyJson().isLenientlyEqualTo("""
				{"name": "%1$s", "status": "erased", "contactMethods": [],
				 "spec": {"displayName": "%1$s", "language": "en", "contactMethods": []},
				 "departure": {"leftAt": "2026-03-02T12:00:00Z", "reason": ""}}""".formatted(pseudonym));
		assertThat(this.manager.get("people")).bodyJson().extractingPath("items[*].name").isEqualTo(List.of("bob"));
	}

	@Test
	void leavesReferencesThatCanBeAppliedAgain() {
		String pseudonym = erase("zulu");
		assertThat(this.manager.put("teams/backend", TEAM.replace("zulu", pseudonym))).hasStatus(200)
			.bodyJson()
			.extractingPath("action")
			.isEqualTo("UNCHANGED");
		assertThat(this.manager.put("schedules/main", SCHEDULE.replace("zulu", pseudonym))).bodyJson()
			.extractingPath("action")
			.isEqualTo("UNCHANGED");
		assertThat(this.manager.put("people/" + pseudonym, ADA_ZULU)).hasStatus(409)
			.bodyJson()
			.extractingPath("type")
			.isEqualTo("/problems/person-erased");
		assertThat(this.manager.post("people/" + pseudonym + "/reactivate", "")).hasStatus(409);
		assertThat(this.manager.get("people/" + pseudonym)).bodyJson().extractingPath("version").isEqualTo(1);
	}

	@Test
	void putsNobodyOnCallFromThenOn() {
		String pseudonym = erase("zulu");
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-02T11:59:59Z")).bodyJson()
			.isLenientlyEqualTo("{\"shifts\": [{\"person\": \"P\", \"displayName\": \"P\"}]}".replace("P", pseudonym));
		assertThat(this.manager.get("schedules/main/on-call")).bodyJson().extractingPath("shifts").asArray().isEmpty();
		assertThat(this.manager.get("roster?from=2026-03-02T12:00:00Z&to=2026-03-20T12:00:00Z")).bodyText()
			.contains(pseudonym)
			.doesNotContain("zulu", "+33612345678");
	}

	@Test
	void keepsWhoTookOverFromOthersUnderThePseudonym() {
		this.manager.post("people/bob/deactivate", "{\"reason\": \"new job\", \"takesOver\": \"zulu\"}");
		this.clock.advance(Duration.ofDays(10));
		String pseudonym = erase("zulu");
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-10T12:00:00Z")).bodyJson()
			.isLenientlyEqualTo(
					"{\"shifts\": [{\"person\": \"%s\", \"cause\": {\"kind\": \"departure\", \"name\": \"bob\"}}]}"
						.formatted(pseudonym));
		assertThat(this.manager.get("schedules/main/on-call?at=2026-03-13T12:00:00Z")).bodyJson()
			.extractingPath("shifts")
			.asArray()
			.isEmpty();
	}

	@Test
	void refusesWhileOthersCountOnThePersonAndSaysWhere() {
		assertThat(this.manager.post("people/zulu/erase", "{}")).hasStatus(409)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"type": "/problems/person-on-duty", "places": [
							 {"kind": "Team", "name": "backend", "field": "members[0].person", "as": "tech-lead"},
							 {"kind": "Schedule", "name": "main", "field": "shifts", "as": "on call from 2026-03-02T08:00:00Z"}]}""");
		assertThat(this.manager.get("people/zulu")).hasStatus(200);
		this.manager.put("teams/backend", "{\"displayName\": \"Backend\", \"members\": [{\"person\": \"zulu\"}]}");
		this.manager.post("people/zulu/deactivate", "{\"reason\": \"new job\"}");
		assertThat(this.manager.post("people/zulu/erase", "")).hasStatus(200)
			.bodyJson()
			.extractingPath("forced")
			.isEqualTo(false);
	}

	@Test
	void isDoneOnceAndRecorded() {
		String pseudonym = erase("zulu");
		assertThat(this.manager.post("people/" + pseudonym + "/erase", "{}")).hasStatus(200)
			.bodyJson()
			.isStrictlyEqualTo(erasure(pseudonym));
		assertThat(this.manager.post("people/zulu/erase", "{}")).hasStatus(404);
		assertThat(this.manager.get("erasures")).bodyJson()
			.isStrictlyEqualTo("{\"items\": [%s], \"next\": null}".formatted(erasure(pseudonym)));
	}

	@Test
	void tellsTheFeedWithoutTheName() {
		String pseudonym = erase("zulu");
		assertThat(this.http.get().uri("/feed?lastEventId=0").with(Tokens.by("escalation-service", "feed:read")))
			.bodyJson()
			.extractingPath("[*].subject")
			.asArray()
			.contains("Person/" + pseudonym, "Team/backend", "Schedule/main")
			.doesNotContain("Person/zulu");
	}

	@Test
	void tellsOtherProgramsWhoseThePseudonymIs() {
		String pseudonym = erase("zulu");
		erase(pseudonym);
		assertThat(this.jdbc.sql("select data::text from feed_event where type = :type order by position")
			.param("type", TOLD)
			.query(String.class)
			.list()).containsExactly("{\"person\": \"zulu\", \"pseudonym\": \"%s\"}".formatted(pseudonym));
	}

	@Test
	void erasesWhoErased() {
		this.manager.put("people/grace", Documents.BOB);
		erase("zulu");
		String grace = erase("grace");
		assertThat(this.manager.get("erasures")).bodyJson()
			.extractingPath("items[*].erasedBy")
			.isEqualTo(List.of(grace, grace));
	}

	@Test
	void reachesEveryColumnThatNamesPeople() {
		this.jdbc.sql("""
				create table visit (id int primary key, person text references person (name) on update cascade,
					replaces text, reason text, note text not null, invited_by text, author text, remark text)
				""").update();
		try {
			this.jdbc.sql("""
					insert into visit values (1, 'zulu', null, 'ill', 'at home', 'bob', 'bob', 'kept'),
						(2, 'bob', 'zulu', 'ill', 'at home', 'zulu', 'zulu', 'kept'),
						(3, 'bob', null, 'well', 'here', 'zulu', 'zulu', 'kept')
					""").update();
			assertThat(this.manager.get("people/zulu/export")).bodyJson()
				.extractingPath("parts.rows[*].row.id")
				.isEqualTo(List.of(1, 2, 3));
			String pseudonym = erase("zulu");
			assertThat(this.jdbc.sql("select visit::text from visit order by id").query(String.class).list())
				.containsExactly("(1,P,,,\"\",bob,bob,kept)".replace("P", pseudonym),
						"(2,bob,P,,\"\",P,P,kept)".replace("P", pseudonym),
						"(3,bob,,well,here,P,P,kept)".replace("P", pseudonym));
		}
		finally {
			this.jdbc.sql("drop table visit").update();
		}
	}

	@Test
	void reachesWhoWasDeletedAndIsPartOfThePast() {
		this.manager.put("teams/backend", "{\"displayName\": \"Backend\"}");
		this.manager.put("schedules/main", SCHEDULE.replace("\"zulu\", ", ""));
		assertThat(this.manager.delete("people/zulu")).hasStatus(204);
		assertThat(everythingStored()).contains("zulu");
		assertThat(this.manager.get("people/zulu/export")).hasStatus(200);
		erase("zulu");
		assertThat(everythingStored()).doesNotContain("zulu");
		assertThat(this.manager.post("people/zulu/erase", "")).hasStatus(404);
	}

	@Test
	void reachesWhateverTheFeedHasToldOfThePerson() {
		this.jdbc.sql("""
				insert into feed_event (position, type, subject, time, data) values
					(101, 'dev.vigie.swap.accepted', 'Swap/1', '2026-03-01T00:00:00Z', '{"swap": {"requester": "zulu",
					 "takers": ["bob", "zulu"], "reason": "zulu is ill", "schedule": "zulu"}}'),
					(102, 'dev.vigie.roster.changed', 'Schedule/zulu', '2026-03-01T00:00:00Z',
					 '{"kind": "Schedule", "name": "zulu", "action": "updated"}')
				""").update();
		String pseudonym = erase("zulu");
		assertThat(this.jdbc.sql("select data::text from feed_event where position > 100 order by position")
			.query(String.class)
			.list())
			.map(JsonMapper.shared()::readTree)
			.containsExactly(JsonMapper.shared()
				.readTree("""
						{"swap": {"requester": "P", "takers": ["bob", "P"], "reason": "", "schedule": "zulu"}}"""
					.replace("P", pseudonym)), JsonMapper.shared().readTree("""
							{"kind": "Schedule", "name": "zulu", "action": "updated"}"""));
	}

	@Test
	void handsOutAllThatIsKept() {
		this.manager.post("people/zulu/deactivate", "{\"reason\": \"new job\", \"takesOver\": \"bob\"}");
		assertThat(this.manager.get("people/zulu/export")).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"person": "zulu", "exportedAt": "2026-03-02T12:00:00Z", "parts": {
							 "person": [{"spec": {"displayName": "Ada Zulu-Lovelace", "contactMethods": [{"address": "zulu@example.org"}, {"address": "+33612345678"}]}}],
							 "rows": [{"table": "departure", "row": {"person": "zulu", "reason": "new job", "takes_over": "bob", "declared_by": "grace"}}],
							 "documents": [
							  {"kind": "Schedule", "name": "main", "says": [{"field": "layers[0].rotation.people[0]", "value": "zulu"}]},
							  {"kind": "Team", "name": "backend", "says": [{"field": "members[0].person", "value": {"person": "zulu", "role": "member", "position": "tech-lead"}}]}],
							 "feed": [{"subject": "Person/zulu"}, {"subject": "Person/zulu"}]}}""");
	}

	@Test
	void isForThePersonThemselvesAndForManagers() {
		assertThat(this.http.get().uri("/api/v1/people/zulu/export").with(Tokens.by("zulu", "schedules:read")))
			.hasStatus(200);
		assertThat(this.http.get().uri("/api/v1/people/zulu/export").with(Tokens.by("bob", "schedules:read")))
			.hasStatus(403);
		assertThat(this.http.get().uri("/api/v1/people/zulu/export")).hasStatus(401);
		assertThat(this.http.post().uri("/api/v1/people/zulu/erase").with(Tokens.by("zulu", "schedules:read")))
			.hasStatus(403);
		assertThat(this.http.get().uri("/api/v1/erasures").with(Tokens.by("bob", "alerts:read"))).hasStatus(403);
	}

	@Test
	void goesTogetherWithEditsThatPointToThePerson() throws Exception {
		for (int i = 0; i < 10; i++) {
			String name = "guest-" + i;
			this.manager.put("people/" + name, Documents.BOB);
			String team = Documents.TEAM.replace("\"bob\"}", "\"" + name + "\"}").replace("\"ada\"", "\"bob\"");
			List<Integer> statuses = together(List.of(
					() -> this.manager.put("teams/guests-" + name, team).getResponse().getStatus(),
					() -> this.manager.post("people/" + name + "/erase", "{\"force\": true}").getResponse().getStatus(),
					() -> this.manager.post("people/" + name + "/erase", "{\"force\": true}")
						.getResponse()
						.getStatus()));
			// Who came first erased them; the team names the pseudonym, or nobody it
			// could name was there.
			assertThat(statuses.subList(1, 3)).containsExactlyInAnyOrder(200, 404);
			assertThat(statuses.getFirst()).isIn(201, 400);
			assertThat(everythingStored()).doesNotContain("\"" + name + "\"");
		}
	}

	@Test
	void reachesWhatSchedulesSaidBefore() {
		this.manager.put("people/ada", Documents.ADA);
		this.clock.advance(Duration.ofDays(14));
		this.manager.put("schedules/main", SCHEDULE.replace("\"zulu\"", "[\"zulu\", \"ada\"]"));
		this.clock.advance(Duration.ofDays(14));
		this.manager.put("schedules/main", Documents.SCHEDULE);
		String then = "schedules/main/shifts?from=2026-01-01T00:00:00Z&to=2026-03-30T00:00:00Z";
		long turns = namesAt(then).stream().filter("zulu"::equals).count();
		assertThat(this.manager.get("people/zulu/export")).bodyJson()
			.extractingPath("parts.scheduleVersions[*].number")
			.isEqualTo(List.of(1, 2));
		String pseudonym = erase("zulu");
		assertThat(namesAt(then)).doesNotContain("zulu");
		assertThat(namesAt(then).stream().filter(pseudonym::equals).count()).isEqualTo(turns).isPositive();
		assertThat(this.manager.get("schedules/main")).bodyJson().extractingPath("version").isEqualTo(2);
	}

	private List<String> past() {
		return json(this.manager.get(PAST)).path("items")
			.values()
			.stream()
			.map((shift) -> shift.path("person").asString() + shift.path("start") + shift.path("end"))
			.toList();
	}

	private List<String> namesAt(String path) {
		return json(this.manager.get(path)).path("items")
			.values()
			.stream()
			.map((shift) -> shift.path("person").asString())
			.toList();
	}

	private String erase(String name) {
		MvcTestResult answer = this.manager.post("people/" + name + "/erase", "{\"force\": true}");
		assertThat(answer).hasStatus(200);
		return json(answer).path("pseudonym").asString();
	}

	private static String erasure(String pseudonym) {
		return """
				{"pseudonym": "%s", "erasedBy": "grace", "erasedAt": "2026-03-02T12:00:00Z", "forced": true}"""
			.formatted(pseudonym);
	}

	// But for the one event that tells other programs, which has a test of its own.
	private String everythingStored() {
		StringBuilder all = new StringBuilder();
		List<String> tables = this.jdbc.sql("""
				select tablename from pg_tables
				where schemaname = current_schema() and tablename <> 'flyway_schema_history'
				""").query(String.class).list();
		for (String table : tables) {
			this.jdbc.sql("select to_jsonb(t)::text from " + table + " t")
				.query(String.class)
				.list()
				.stream()
				.filter((row) -> !table.equals("feed_event") || !row.contains(TOLD))
				.forEach((row) -> all.append(row).append('\n'));
		}
		return all.toString();
	}

	private static JsonNode json(MvcTestResult result) {
		try {
			return JsonMapper.shared().readTree(result.getResponse().getContentAsString());
		}
		catch (UnsupportedEncodingException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static List<Integer> together(List<Callable<Integer>> requests) throws Exception {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Integer> statuses = new ArrayList<>();
			for (Future<Integer> answer : threads.invokeAll(requests)) {
				statuses.add(answer.get());
			}
			return statuses;
		}
	}

}
