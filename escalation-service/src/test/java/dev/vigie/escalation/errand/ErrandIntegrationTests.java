package dev.vigie.escalation.errand;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;

import dev.vigie.escalation.Alerts;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.connection.Asked;
import dev.vigie.escalation.connection.Link;
import dev.vigie.escalation.page.PageRequest;
import dev.vigie.escalation.paging.DeedDue;
import dev.vigie.escalation.policy.Deed;
import dev.vigie.escalation.policy.Deed.What;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ErrandIntegrationTests {

	private static final String ROOM = "{\"url\": \"https://meet.example.org/inc\", \"title\": \"Bridge\"}";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JsonMapper json;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Alerts alerts;

	@Autowired
	private Errands errands;

	@Autowired
	private ErrandDispatcher dispatcher;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private ApplicationEventPublisher events;

	@Autowired
	private TransactionTemplate transactions;

	@Autowired
	private SettableClock clock;

	private UUID incident;

	private long number;

	@Autowired
	private CircuitBreakerRegistry circuits;

	@BeforeEach
	void anIncidentAndItsConnections() {
		this.neighbourhood.reset();
		connection("bridge", "");
		connection("jira", "");
		connection("safe", ", \"private\": true");
		this.incident = this.alerts.open();
		this.number = this.jdbc.sql("select number from incident").query(Long.class).single();
	}

	@Test
	void opensAWarRoomThatAStepAsksFor() {
		this.neighbours.hookSays(ROOM);
		due(What.WAR_ROOM, "bridge");
		runDue();
		assertThat(links()).extracting((link) -> link.get("url").stringValue())
			.containsExactly("https://meet.example.org/inc");
		assertThat(links().getFirst().get("kind").stringValue()).isEqualTo("war_room");
		assertThat(links().getFirst().get("title").stringValue()).isEqualTo("Bridge");
		assertThat(timeline("en")).endsWith("War room opened by bridge: https://meet.example.org/inc");
		assertThat(timeline("fr")).endsWith("Cellule de crise ouverte par bridge : https://meet.example.org/inc");
		JsonNode body = this.json.readTree(this.neighbours.hooks().getFirst().body());
		assertThat(body.get("type").stringValue()).isEqualTo("dev.vigie.warroom.requested");
		assertThat(body.get("id").stringValue())
			.isEqualTo(this.neighbours.hooks().getFirst().headers().getFirst("webhook-id"));
		assertThat(body.at("/incident/number").longValue()).isEqualTo(this.number);
		assertThat(body.at("/incident/title").stringValue()).isEqualTo("Disk full");
		assertThat(body.at("/incident/labels/host").stringValue()).isEqualTo("db1");
		assertThat(body.at("/incident/url").stringValue()).endsWith("/incidents/" + this.number);
		assertThat(body.at("/incident/businessImpact").booleanValue()).isFalse();
	}

	@Test
	void opensOneWarRoomHoweverOftenItIsAskedFor() {
		this.neighbours.hookSays(ROOM);
		due(What.WAR_ROOM, "bridge");
		due(What.WAR_ROOM, "bridge");
		due(What.WAR_ROOM, "safe");
		runDue();
		due(What.WAR_ROOM, "bridge");
		runDue();
		assertThat(this.neighbours.hooks()).hasSize(1);
		assertThat(ask("war-room", "safe")).hasStatus(200).bodyText().contains("meet.example.org").contains("bridge");
		runDue();
		assertThat(this.neighbours.hooks()).hasSize(1);
	}

	@Test
	void sparesAConnectionThatFailsAndSaysSoOnce() {
		this.neighbours.hookSays(ROOM);
		this.circuits.circuitBreaker("connection bridge").transitionToForcedOpenState();
		due(What.WAR_ROOM, "bridge");
		runDue();
		this.clock.advance(Duration.ofSeconds(30));
		runDue();
		assertThat(this.neighbours.hooks()).isEmpty();
		assertThat(timeline("fr")).filteredOn((line) -> line.startsWith("Rien ne part par connection bridge"))
			.hasSize(1);
		this.circuits.circuitBreaker("connection bridge").reset();
		this.clock.advance(Duration.ofSeconds(30));
		runDue();
		assertThat(timeline("en")).endsWith("War room opened by bridge: https://meet.example.org/inc",
				"It goes out by connection bridge again");
	}

	@Test
	void writesOneTicketAConnection() {
		this.neighbours.hookSays("{\"key\": \"OPS-1\", \"self\": \"https://x.atlassian.net/rest/api/3/issue/1\"}");
		assertThat(ask("ticket", "jira")).hasStatus(202).bodyText().contains("\"pending\"");
		assertThat(ask("ticket", "jira")).hasStatus(202);
		assertThat(ask("ticket", "safe")).hasStatus(202);
		runDue();
		assertThat(this.neighbours.hooks()).hasSize(2);
		assertThat(ask("ticket", "jira")).hasStatus(200).bodyText().contains("https://x.atlassian.net/browse/OPS-1");
		assertThat(links()).hasSize(2);
		assertThat(timeline("en")).contains("ada wrote a ticket by jira: https://x.atlassian.net/browse/OPS-1",
				"ada wrote a ticket by safe: https://x.atlassian.net/browse/OPS-1");
	}

	@Test
	void refusesWhatCannotBeAskedFor() {
		assertThat(ask("war-room", "nobody")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("connection");
		assertThat(post("ticket", "{}", "incidents:write")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("connection");
		assertThat(post("ticket", "{\"connection\": \"jira\"}", "incidents:read")).hasStatus(403);
		assertThat(this.http.get().uri("/api/v1/incidents/999999/links").with(Tokens.by("ada", "incidents:read")))
			.hasStatus(404);
		this.alerts.resolves("db1");
		assertThat(ask("war-room", "bridge")).hasStatus(409);
		assertThat(ask("ticket", "jira")).hasStatus(202); // to look into it later
	}

	@Test
	void opensNoWarRoomForWhatIsOverByThen() {
		due(What.WAR_ROOM, "bridge");
		this.alerts.resolves("db1");
		runDue();
		assertThat(this.neighbours.hooks()).isEmpty();
		assertThat(timeline("en")).endsWith("No war room, bridge did not open one: the incident is over");
	}

	@Test
	void triesAgainWithTheSameIdAndSaysWhenItTakesLonger() {
		this.neighbours.hookAnswers(503);
		due(What.TICKET, "jira");
		for (int attempt = 1; attempt <= 3; attempt++) {
			runDue();
			this.clock.advance(Duration.ofMinutes(1));
		}
		assertThat(timeline("en"))
			.endsWith("The ticket is not written yet, jira is asked again: " + "The webhook answered 503");
		this.neighbours.hookAnswers(201);
		this.neighbours.hookSays("{\"html_url\": \"https://github.com/o/r/issues/7\"}");
		runDue();
		assertThat(this.neighbours.hooks()).hasSize(4);
		assertThat(this.neighbours.hooks().stream().map((posted) -> posted.headers().getFirst("webhook-id")).distinct())
			.hasSize(1);
		assertThat(this.neighbours.hooks().stream().map(FakeNeighbours.Posted::body).distinct()).hasSize(1);
		assertThat(timeline("en")).endsWith("Ticket written by jira: https://github.com/o/r/issues/7");
	}

	@Test
	void givesUpAtLastAndMayBeAskedAnew() {
		this.neighbours.hookAnswers(503);
		due(What.WAR_ROOM, "bridge");
		for (int minute = 0; minute < 20; minute++) {
			runDue();
			this.neighbourhood.closeCircuits(); // they go by the clock on the wall
			this.clock.advance(Duration.ofMinutes(1));
		}
		assertThat(timeline("en")).endsWith("No war room, bridge did not open one: The webhook answered 503");
		int asked = this.neighbours.hooks().size();
		this.neighbours.hookAnswers(200);
		this.neighbours.hookSays(ROOM);
		runDue();
		assertThat(this.neighbours.hooks()).hasSize(asked);
		assertThat(ask("war-room", "bridge")).hasStatus(202);
		runDue();
		assertThat(links()).hasSize(1);
	}

	@Test
	void isAskedAgainWhereNobodyRecordedTheAnswerAndLinkedOnce() {
		this.neighbours.hookSays(ROOM);
		due(What.WAR_ROOM, "bridge");
		Errand first = this.dispatcher.claim().getFirst(); // sent, and killed before it
															// was recorded
		assertThat(this.dispatcher.claim()).isEmpty();
		this.clock.advance(Errands.LEASE);
		Errand second = this.dispatcher.claim().getFirst();
		this.errands.record(first, new Asked.Done(new Link("https://meet.example.org/late", null)));
		assertThat(links()).isEmpty();
		this.dispatcher.run(second);
		this.errands.record(first, new Asked.Refused("too late"));
		assertThat(links()).extracting((link) -> link.get("url").stringValue())
			.containsExactly("https://meet.example.org/inc");
		assertThat(timeline("en")).filteredOn((line) -> line.contains("ar room")).hasSize(1);
		assertThat(this.neighbours.hooks().getFirst().headers().getFirst("webhook-id"))
			.isEqualTo(first.id().toString());
	}

	@Test
	void isRunByOneOfTwoReplicas() throws Exception {
		for (int host = 0; host < 40; host++) {
			this.alerts.fires("host" + host, "Disk full");
		}
		this.neighbours.hookSays(ROOM);
		for (UUID one : this.jdbc.sql("select id from incident").query(UUID.class).list()) {
			this.transactions.executeWithoutResult((_) -> this.events.publishEvent(
					new DeedDue(one, new PageRequest.At(one, 1, 0, 0, 0), new Deed.Ask("bridge", What.WAR_ROOM))));
		}
		try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> running = List.of(replicas.submit(this::runAll), replicas.submit(this::runAll));
			for (Future<?> replica : running) {
				replica.get();
			}
		}
		assertThat(this.neighbours.hooks()).hasSize(41);
		assertThat(this.neighbours.hooks().stream().map((posted) -> posted.headers().getFirst("webhook-id")).distinct())
			.hasSize(41);
		assertThat(this.jdbc.sql("select count(*) from incident_link").query(Integer.class).single()).isEqualTo(41);
	}

	private void runAll() {
		List<Errand> claimed = this.dispatcher.claim();
		while (!claimed.isEmpty()) {
			claimed.forEach(this.dispatcher::run);
			claimed = this.dispatcher.claim();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"url\": \"javascript:alert(1)\"}", "<html>Welcome</html>", "",
			"{\"url\": \"https://eve:pw@a.org/\"}" })
	void linksNothingThatIsNoLink(String answer) {
		this.neighbours.hookSays(answer);
		due(What.WAR_ROOM, "bridge");
		runDue();
		assertThat(links()).isEmpty();
		assertThat(timeline("en")).endsWith("bridge was asked for a war room and gave no link");
		assertThat(timeline("fr")).endsWith("Cellule de crise demandée à bridge, qui n'a pas donné de lien");
	}

	@Test
	void readsOnlyTheBeginningOfAnAnswerWithoutEnd() {
		this.neighbours.hookSays("{\"url\": \"https://a.org/\", \"x\": \"" + "x".repeat(5_000_000) + "\"}");
		due(What.TICKET, "jira");
		runDue();
		assertThat(links()).isEmpty();
		assertThat(timeline("en")).endsWith("jira was asked for a ticket and gave no link");
	}

	@Test
	void isLedNowhereElse() {
		this.neighbours.hookAnswers(302);
		due(What.TICKET, "jira");
		runDue();
		assertThat(this.neighbours.hooks()).hasSize(1);
		assertThat(timeline("en")).endsWith("No ticket, jira did not write one: The webhook answered 302");
	}

	@Test
	void tellsOfAPrivateIncidentOnlyWhomItMayTell() {
		this.jdbc.sql(
				"update incident set private = true, people = '[{\"person\": \"grace\", \"addedAt\": \"2026-01-01T00:00:00Z\"}]', impact = 'Stolen keys'")
			.update();
		due(What.TICKET, "jira");
		runDue();
		assertThat(this.neighbours.hooks().getFirst().body()).contains("\"number\"", "\"severity\"", "/incidents/")
			.doesNotContain("db1", "Disk", "labels", "title", "Stolen");
		due(What.TICKET, "safe");
		runDue();
		assertThat(this.neighbours.hooks().getLast().body()).contains("db1", "Stolen keys");
	}

	@Test
	void saysSoWhenTheConnectionIsGone() {
		due(What.TICKET, "nobody");
		runDue();
		assertThat(timeline("en")).endsWith("No ticket, nobody did not write one: There is no connection nobody");
	}

	private void due(What what, String connection) {
		DeedDue due = new DeedDue(this.incident, new PageRequest.At(this.incident, 1, 0, 0, 0),
				new Deed.Ask(connection, what));
		this.transactions.executeWithoutResult((_) -> this.events.publishEvent(due));
	}

	private void runDue() {
		this.dispatcher.claim().forEach(this.dispatcher::run);
	}

	private MvcTestResult ask(String what, String connection) {
		return post(what, this.json.writeValueAsString(Map.of("connection", connection)), "incidents:write");
	}

	private MvcTestResult post(String what, String body, String scope) {
		return this.http.post()
			.uri("/api/v1/incidents/" + this.number + "/" + what)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.with(Tokens.by("ada", scope))
			.exchange();
	}

	private List<JsonNode> links() {
		return items("/links", "en");
	}

	private List<String> timeline(String language) {
		return items("/timeline", language).stream().map((line) -> line.get("text").stringValue()).toList();
	}

	private List<JsonNode> items(String path, String language) {
		MvcTestResult answer = this.http.get()
			.uri("/api/v1/incidents/" + this.number + path)
			.header("Accept-Language", language)
			.with(Tokens.by("ada", "incidents:read"))
			.exchange();
		byte[] body = answer.getResponse().getContentAsByteArray();
		return this.json.readTree(new String(body, StandardCharsets.UTF_8)).get("items").valueStream().toList();
	}

	private void connection(String name, String more) {
		assertThat(this.http.put()
			.uri("/api/v1/connections/" + name)
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\": \"webhook\", \"url\": \"%s\", \"secret\": \"0123456789abcdef\"%s}"
				.formatted(this.neighbours.hookUrl(), more))
			.with(Tokens.by("ada", "config:write"))).hasStatus(201);
	}

}
