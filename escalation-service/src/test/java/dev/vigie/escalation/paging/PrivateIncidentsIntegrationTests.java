package dev.vigie.escalation.paging;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PrivateIncidentsIntegrationTests {

	private static final String LEAK = "Customer data is on a forum";

	@Autowired
	private Firing firing;

	@Autowired
	private StepExecutor executor;

	@Autowired
	private PageDispatcher dispatcher;

	@Autowired
	private Roster roster;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MockMvcTester http;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping endpoints;

	@BeforeEach
	void everybodyIsThere() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER);
		this.roster.refresh();
		this.firing.policy("[{\"after\": \"1m\", \"notify\": [{\"person\": \"linus\"}]}]");
	}

	@Test
	void areNotThereForOthersAtAnyEndpoint() {
		long number = declare("ada", "[\"grace\"]");
		List<Endpoint> all = below();
		assertThat(all).hasSizeGreaterThan(35);
		for (Endpoint endpoint : all) {
			for (RequestPostProcessor outsider : List.of(as("linus"), program())) {
				MvcTestResult answer = ask(endpoint, number, outsider);
				assertThat(answer).as(endpoint.toString()).hasStatus(404);
				assertThat(text(answer)).as(endpoint.toString())
					.contains("There is no incident " + number)
					.doesNotContain(LEAK, "ada", "grace");
				assertThat(nameless(ask(endpoint, number + 1000, outsider), number + 1000)).as(endpoint.toString())
					.isEqualTo(nameless(answer, number));
			}
		}
		assertThat(codes(number)).doesNotContain("ACKNOWLEDGED");
	}

	@Test
	void areThereForThoseWhoAreNamed() {
		long number = declare("ada", "[\"grace\"]");
		for (String person : List.of("ada", "grace")) {
			assertThat(get(person, "/" + number)).hasStatusOk()
				.bodyJson()
				.isLenientlyEqualTo("{\"title\": \"%s\", \"private\": true}".formatted(LEAK));
			assertThat(numbers(person, "")).containsExactly((int) number);
			assertThat(get(person, "/" + number + "/timeline")).hasStatusOk();
		}
		assertThat(get("grace", "/" + number)).bodyJson()
			.extractingPath("$.people")
			.isEqualTo(List.of(Map.of("person", "ada", "addedBy", "ada", "addedAt", SettableClock.START.toString()),
					Map.of("person", "grace", "addedBy", "ada", "addedAt", SettableClock.START.toString())));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "?q=forum", "?status=open", "?severity=P1", "?team=rewapp", "?limit=500" })
	void areInNoListOfOthers(String query) {
		declare("ada", "[]");
		long open = this.firing.fires("db1", "A forum is down");
		assertThat(numbers("linus", query)).containsExactly((int) open);
		assertThat(numbers("ada", query)).hasSize(2);
		assertThat(text(this.http.get().uri("/api/v1/incidents" + query).with(program()).exchange()))
			.doesNotContain(LEAK);
	}

	@Test
	void cannotBeNamedInWhatIsSent() {
		long number = declare("ada", "[]");
		long open = this.firing.fires("db1");
		assertThat(post("linus", "/" + open + "/merge", "{\"into\": \"INC-%d\"}".formatted(number))).hasStatus(404);
		assertThat(post("linus", "/" + open + "/merge", "{\"into\": \"INC-%d\"}".formatted(number + 1000)))
			.hasStatus(404);
		for (String person : List.of("linus", "ada")) {
			assertThat(simulate(person, number)).hasStatus(person.equals("ada") ? 200 : 404);
		}
		MvcTestResult replayed = this.http.post()
			.uri("/api/v1/escalations:replay")
			.with(as("ada"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(
					"{\"from\": \"%s\", \"to\": \"%s\", \"drafts\": {\"severityRules\": {\"rules\": [], \"default\": \"P2\"}}}"
						.formatted(SettableClock.START.minusSeconds(60), SettableClock.START.plusSeconds(60)))
			.exchange();
		assertThat(replayed).bodyJson().extractingPath("$.incidents").isEqualTo(1);
	}

	@Test
	void areMergedWithPrivateOnesOnly() {
		long one = declare("ada", "[]");
		long other = declare("grace", "[\"ada\"]");
		long open = this.firing.fires("db1");
		assertThat(post("ada", "/" + open + "/merge", "{\"into\": \"%d\"}".formatted(one))).hasStatus(409);
		assertThat(post("ada", "/" + one + "/merge", "{\"into\": \"%d\"}".formatted(open))).hasStatus(409);
		assertThat(post("ada", "/" + one + "/merge", "{\"into\": \"%d\"}".formatted(other))).hasStatusOk();
		assertThat(people(other)).containsExactly("grace", "ada");
	}

	@Test
	void nameWhomeverTheyPage() {
		this.firing.put("channels/wall", "{\"type\": \"email\", \"address\": \"wall@example.org\"}");
		this.firing.policy(
				"[{\"after\": \"0m\", \"notify\": [{\"onCall\": \"primary\"}, {\"person\": \"grace\"}, {\"channel\": \"wall\"}]}]");
		long number = declare("linus", "[]");
		assertThat(get("grace", "/" + number)).hasStatus(404);
		run();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org",
				"wall@example.org");
		for (FakeMailbox.Mail mail : this.mailbox.mails()) {
			boolean wall = mail.to().equals("wall@example.org");
			assertThat((mail.subject() + mail.text()).contains("forum")).isNotEqualTo(wall);
			assertThat(mail.subject()).contains("INC-" + number);
		}
		assertThat(people(number)).containsExactlyInAnyOrder("linus", "ada", "grace");
		assertThat(get("grace", "/" + number)).hasStatusOk();
		assertThat(this.firing.timeline(number)).filteredOn("PERSON_NAMED"::equals).hasSize(2);
	}

	@Test
	void nameWhomPagesAreWaitingForAndTakeThemBackWithTheName() {
		this.firing.put("channels/wall", "{\"type\": \"email\", \"address\": \"wall@example.org\"}");
		this.firing.policy("""
				[{"after": "0m", "mode": "untilAnswered", "every": "5m",
				  "notify": [{"person": "ada"}, {"person": "grace"}, {"person": "linus"}]},
				 {"after": "1m", "notify": [{"channel": "wall"}]}]""");
		long number = this.firing.fires("db1", LEAK);
		this.executor.runDue();
		this.clock.advance(Duration.ofMinutes(1));
		this.executor.runDue(); // the page to the wall is queued and not sent
		assertThat(post("ada", "/" + number + "/private", "")).hasStatusOk();
		assertThat(people(number)).containsExactlyInAnyOrder("ada", "grace", "linus");
		assertThat(delete("ada", "/" + number + "/people/linus")).hasStatus(204);
		this.clock.advance(Duration.ofMinutes(20));
		this.dispatcher.runDue();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder("ada@example.org", "grace@example.org",
				"wall@example.org");
		assertThat(this.mailbox.mails()).filteredOn((mail) -> mail.to().startsWith("wall"))
			.singleElement()
			.satisfies((mail) -> assertThat(mail.subject() + mail.text()).doesNotContain("forum", "db1", "linus")
				.contains("INC-" + number));
	}

	@Test
	void areEndedByNobodyWhoMayNotKnowOfThem() {
		long merged = this.firing.fires("db1", "First");
		long holder = this.firing.fires("db2", LEAK);
		assertThat(post("ada", "/" + merged + "/merge", "{\"into\": \"%d\"}".formatted(holder))).hasStatusOk();
		assertThat(post("ada", "/" + holder + "/private", "")).hasStatusOk();
		assertThat(post("linus", "/" + merged + "/reopen", "{\"reason\": \"mine\"}")).hasStatus(409);
		assertThat(get("linus", "/" + merged)).bodyJson().extractingPath("$.mergedInto").isNull();
		assertThat(get("ada", "/" + merged)).bodyJson().extractingPath("$.mergedInto").isEqualTo((int) holder);
		assertThat(post("ada", "/" + merged + "/reopen", "{\"reason\": \"mine\"}")).hasStatusOk();
	}

	@Test
	void nameWhoeverIsGivenSomethingToDo() {
		long number = declare("ada", "[]");
		assertThat(post("ada", "/" + number + "/roles/commander/assign", "{\"person\": \"grace\"}")).hasStatusOk();
		assertThat(post("grace", "/" + number + "/subscribers", "{\"person\": \"linus\"}")).hasStatusOk();
		assertThat(people(number)).containsExactly("ada", "grace", "linus");
		assertThat(post("ada", "/" + number + "/subscribers", "{\"channel\": \"wall\"}")).hasStatus(400);
	}

	@Test
	void beginAndEndWithACommand() {
		long number = this.firing.fires("db1", LEAK);
		assertThat(post("ada", "/" + number + "/people", "{\"person\": \"grace\"}")).hasStatus(409);
		assertThat(post("ada", "/" + number + "/private", "{\"people\": [\"nobody-known\"]}")).hasStatus(400);
		assertThat(this.http.post().uri("/api/v1/incidents/" + number + "/private").with(program())).hasStatus(400);
		assertThat(post("ada", "/" + number + "/private", "")).hasStatusOk();
		assertThat(post("ada", "/" + number + "/private", "")).hasStatusOk();
		assertThat(get("grace", "/" + number)).hasStatus(404);
		assertThat(post("ada", "/" + number + "/people", "{\"person\": \"grace\"}")).hasStatusOk();
		assertThat(delete("grace", "/" + number + "/people/ada")).hasStatus(204);
		assertThat(get("ada", "/" + number)).hasStatus(404);
		assertThat(delete("grace", "/" + number + "/people/grace")).hasStatus(409);
		assertThat(delete("grace", "/" + number + "/private")).hasStatusOk();
		assertThat(get("linus", "/" + number)).hasStatusOk();
		assertThat(this.firing.timeline(number)).containsSubsequence("MADE_PRIVATE", "PERSON_NAMED", "PERSON_STRUCK",
				"MADE_PUBLIC");
		assertThat(this.firing.timeline(number)).filteredOn("MADE_PRIVATE"::equals).hasSize(1);
	}

	@Test
	void areSoByTheirRoute() {
		String route = """
				{"order": 0, "match": "labels.alertname == 'DiskFull'", "severityRules": "all",
				 "escalationPolicy": "all", "private": true%s}""";
		assertThat(put("/api/v1/routes/security", route.formatted(""))).hasStatus(400);
		this.firing.put("routes/security", route.formatted(", \"visibleTo\": [\"grace\"]"));
		long number = this.firing.fires("db1", LEAK);
		assertThat(get("ada", "/" + number)).hasStatus(404);
		assertThat(get("grace", "/" + number)).hasStatusOk();
		this.clock.advance(Duration.ofMinutes(2));
		run();
		assertThat(people(number)).containsExactly("grace", "linus");
	}

	@Test
	void passOnToWhatTheyDeclare() {
		this.firing.put("escalation-policies/crisis",
				"{\"severities\": {\"P1\": {\"steps\": [{\"after\": \"5m\", \"notify\": [{\"person\": \"linus\"}]}]}}}");
		this.firing.policy("[{\"after\": \"0m\", \"do\": [{\"declare\": {\"policy\": \"crisis\"}}]}]");
		declare("ada", "[\"grace\"]");
		run();
		assertThat(numbers("ada", "")).hasSize(2);
		assertThat(numbers("grace", "")).hasSize(2);
		assertThat(numbers("linus", "")).isEmpty();
	}

	@Test
	void areToldInTheFeedWithWhoMayKnow() {
		long number = declare("ada", "[\"grace\"]");
		assertThat(this.jdbc.sql("""
				select data->'incident'->>'private' || ' ' || (data->'incident'->>'people') from feed_event
				where subject = :subject order by position limit 1
				""").param("subject", "INC-" + number).query(String.class).single())
			.isEqualTo("true [\"ada\", \"grace\"]");
	}

	@Test
	void areNobodysWhenTheTeamIsUnknown() {
		assertThat(post("ada", "", "{\"title\": \"x\", \"private\": true, \"team\": \"nope\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("team");
		assertThat(numbers("ada", "")).isEmpty();
		assertThat(post("ada", "", "{\"title\": \"x\", \"team\": \"rewapp\"}")).hasStatus(201);
	}

	private long declare(String by, String people) {
		MvcTestResult made = post(by, "",
				"{\"title\": \"%s\", \"private\": true, \"people\": %s, \"team\": \"rewapp\"}".formatted(LEAK, people));
		assertThat(made).hasStatus(201);
		return JsonMapper.shared().readTree(text(made)).get("number").asLong();
	}

	private void run() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

	private List<Endpoint> below() {
		return this.endpoints.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues()
				.stream()
				.filter((pattern) -> pattern.startsWith("/api/v1/incidents/"))
				.flatMap((pattern) -> mapping.getMethodsCondition()
					.getMethods()
					.stream()
					.map((method) -> new Endpoint(method.asHttpMethod(), pattern))))
			.toList();
	}

	private MvcTestResult ask(Endpoint endpoint, long number, RequestPostProcessor who) {
		Object[] variables = Stream.of(number, "x", "x")
			.limit(endpoint.pattern().chars().filter((c) -> c == '{').count())
			.toArray();
		return this.http.method(endpoint.method())
			.uri(endpoint.pattern(), variables)
			.with(who)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{}")
			.exchange();
	}

	private MvcTestResult get(String person, String path) {
		return this.http.get().uri("/api/v1/incidents" + path).with(as(person)).exchange();
	}

	private MvcTestResult delete(String person, String path) {
		return this.http.delete().uri("/api/v1/incidents" + path).with(as(person)).exchange();
	}

	private MvcTestResult post(String person, String path, String body) {
		return this.http.post()
			.uri("/api/v1/incidents" + path)
			.with(as(person))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult put(String path, String body) {
		return this.http.put()
			.uri(path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private MvcTestResult simulate(String person, long number) {
		return this.http.post()
			.uri("/api/v1/escalations:simulate")
			.with(as(person))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"incident\": \"INC-%d\"}".formatted(number))
			.exchange();
	}

	private List<Integer> numbers(String person, String query) {
		JsonNode items = JsonMapper.shared().readTree(text(get(person, query))).get("items");
		return items.valueStream().map((item) -> item.get("number").asInt()).toList();
	}

	private List<String> people(long number) {
		return this.jdbc.sql("""
				select value->>'person' from incident, jsonb_array_elements(people) with ordinality named(value, place)
				where number = :number order by place
				""").param("number", number).query(String.class).list();
	}

	private List<String> codes(long number) {
		return this.jdbc
			.sql("select code from timeline_entry t join incident i on i.id = t.incident_id where number = :number")
			.param("number", number)
			.query(String.class)
			.list();
	}

	private static RequestPostProcessor as(String person) {
		return Tokens.by(person, "incidents:read", "incidents:write", "config:read", "config:write");
	}

	// Other programs and machines' accounts are nobody, whatever they may read.
	private static RequestPostProcessor program() {
		return Tokens.program("postmortem-service", "incidents:read", "incidents:write");
	}

	private static String nameless(MvcTestResult answer, long number) {
		return text(answer).replaceAll("\\b" + number + "\\b", "n");
	}

	private static String text(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private record Endpoint(HttpMethod method, String pattern) {
	}

}
