package dev.vigie.escalation.paging;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class DeedIntegrationTests {

	@Autowired
	private Firing firing;

	@Autowired
	private StepExecutor executor;

	@Autowired
	private PageDispatcher dispatcher;

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

	@BeforeEach
	void everybodyIsThere() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER);
		for (String name : List.of("bridge", "jira")) {
			this.firing.put("connections/" + name,
					"{\"type\": \"webhook\", \"url\": \"%s\", \"secret\": \"0123456789abcdef\"}"
						.formatted(this.neighbours.hookUrl()));
		}
	}

	@Test
	void aStepAsksForAWarRoomAndATicketAndPagesNonetheless() {
		this.firing.policy("""
				[{"after": "0m", "notify": [{"onCall": "primary"}],
				  "do": [{"warRoom": "bridge"}, {"ticket": "jira"}, {"warRoom": "jira"}]},
				 {"after": "5m", "do": [{"ticket": "bridge"}]}]
				""");
		this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org");
		assertThat(errands()).containsExactly("TICKET jira", "WAR_ROOM bridge");
		this.clock.advance(Duration.ofMinutes(5));
		run();
		assertThat(errands()).containsExactly("TICKET bridge", "TICKET jira", "WAR_ROOM bridge");
		assertThat(this.neighbours.hooks()).isEmpty(); // nobody waits for other programs
	}

	@Test
	void laterPagesTellTheLinks() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"grace\"}]}]");
		this.firing.fires("db1");
		this.jdbc.sql("""
				insert into incident_link (id, incident_id, kind, url, connection, at)
				select id, id, 'WAR_ROOM', 'https://meet.example.org/a', 'bridge', triggered_at from incident
				""").update();
		run();
		assertThat(this.mailbox.mails().getFirst().text()).contains("War room: https://meet.example.org/a");
	}

	@Test
	void aStepRaisesTheSeverityAndThePlanOfTheNewOneBegins() {
		raising("P3", "P1");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org");
		this.clock.advance(Duration.ofMinutes(10));
		run();
		assertThat(this.firing.get("/api/v1/incidents/" + number)).contains("\"severity\":\"P1\"",
				"\"severityReason\":\"escalation policy\"");
		assertThat(this.jdbc.sql("select severity_set_by from incident").query(String.class).single())
			.isEqualTo("escalation policy");
		run();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org", "grace@example.org");
		assertThat(this.firing.timeline(number)).containsSubsequence("STEP_STARTED", "PAGE_QUEUED", "STEP_STARTED",
				"SEVERITY_SET", "STEP_STARTED", "PAGE_QUEUED");
	}

	@Test
	void aStepNeverLowersTheSeverity() {
		raising("P1", "P3");
		long number = this.firing.fires("db1");
		run();
		this.clock.advance(Duration.ofMinutes(10));
		run();
		assertThat(this.firing.get("/api/v1/incidents/" + number)).contains("\"severity\":\"P1\"");
		assertThat(this.jdbc.sql("select count(*) from incident where severity_set_by is not null")
			.query(Integer.class)
			.single()).isZero();
	}

	@Test
	void aStepDeclaresAnIncidentOnceARunAndBothSaySo() {
		major("[{\"after\": \"0m\", \"notify\": [{\"person\": \"grace\"}]}]");
		declaring("{\"policy\": \"major\", \"title\": \"Major incident\"}");
		long number = this.firing.fires("db1");
		this.clock.advance(Duration.ofMinutes(5));
		runAll();
		this.clock.advance(Duration.ofMinutes(20));
		runAll();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org", "grace@example.org",
				"ada@example.org");
		assertThat(titles()).containsExactly("Disk full on db1", "Major incident: Disk full on db1");
		long major = number + 1;
		assertThat(this.firing.get("/api/v1/incidents/" + major)).contains("\"declaredFrom\":" + number,
				"\"declaredBy\":\"escalation policy\"", "\"escalationPolicy\":\"major\"", "\"severity\":\"P1\"",
				"\"team\":\"rewapp\"", "\"host\":\"db1\"");
		assertThat(this.firing.get("/api/v1/incidents/" + number)).contains("\"declared\":[" + major + "]");
		assertThat(this.firing.get("/api/v1/incidents/" + number + "/timeline"))
			.contains("Step 2 of the escalation declared INC-" + major + ", which goes by policy major");
		assertThat(this.firing.timeline(number)).containsOnlyOnce("INCIDENT_DECLARED");
		assertThat(this.firing.get("/api/v1/incidents/" + major + "/timeline"))
			.contains("Declared by step 2 of the escalation of INC-" + number);
	}

	@Test
	void whatAStepDeclaredDeclaresNothingMore() {
		major("[]");
		major("[{\"after\": \"0m\", \"notify\": [{\"person\": \"grace\"}], \"do\": [{\"declare\": {\"policy\": \"major\"}}]}]");
		declaring("{\"policy\": \"major\"}");
		long number = this.firing.fires("db1");
		this.clock.advance(Duration.ofMinutes(5));
		runAll();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org", "grace@example.org");
		assertThat(titles()).hasSize(2);
		assertThat(this.firing.timeline(number + 1)).containsOnlyOnce("DECLARATION_STOPPED");
	}

	@Test
	void aNewRunDeclaresAnewUnlessTheOneBeforeIsStillOpen() {
		major("[]");
		declaring("{\"policy\": \"major\", \"severity\": \"P2\"}");
		long number = this.firing.fires("db1");
		this.clock.advance(Duration.ofMinutes(5));
		runAll();
		assertThat(this.firing.get("/api/v1/incidents/" + (number + 1))).contains("\"severity\":\"P2\"");
		declaring("{\"policy\": \"major\", \"severity\": \"P1\"}");
		restart(number);
		assertThat(titles()).hasSize(2);
		assertThat(this.firing.timeline(number)).containsOnlyOnce("INCIDENT_DECLARED", "DECLARATION_SPARED");
		this.firing.say(number + 1, "resolve");
		declaring("{\"policy\": \"major\"}");
		restart(number);
		assertThat(titles()).hasSize(3);
	}

	@Test
	void whatIsDeclaredGoesToTheInstallationWhenItsPolicyIsGone() {
		major("[]");
		declaring("{\"policy\": \"major\"}");
		long number = this.firing.fires("db1");
		this.jdbc.sql("delete from escalation_policy where name = 'major'").update();
		this.clock.advance(Duration.ofMinutes(5));
		runAll();
		assertThat(this.firing.timeline(number + 1)).contains("FALLBACK_USED");
		assertThat(this.firing.timeline(number)).contains("INCIDENT_DECLARED", "PAGE_DELIVERED");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"declare": {}}                                       | do[0].declare   | policy must be the name
			{"declare": {"policy": "major", "severity": "P6"}}    | do[0].declare   | severity must be one of
			{"declare": {"policy": "major", "title": " "}}        | do[0].declare   | title must have
			{"declare": {"policy": "major"}, "raise": "P1"}       | do[0]           | exactly one of
			{"declare": {"policy": "unknown"}}                    | do[0].declare.policy | unknown
			""")
	void aPolicySaysWhereItIsWrongAboutWhatItDeclares(String deed, String field, String message) {
		major("[]");
		assertThat(this.http.put()
			.uri("/api/v1/escalation-policies/all")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"severities\": {\"P1\": {\"steps\": [{\"after\": \"0m\", \"do\": [%s]}]}}}".formatted(deed))
			.with(Tokens.by("ada", "config:write"))).hasStatus4xxClientError().bodyText().contains(field, message);
	}

	private void restart(long number) {
		this.firing.say(number, "restart");
		this.clock.advance(Duration.ofMinutes(5));
		runAll();
	}

	private void major(String steps) {
		this.firing.put("escalation-policies/major",
				"{\"severities\": {\"P1\": {\"steps\": %s}, \"P2\": {\"steps\": []}}}".formatted(steps));
	}

	private void declaring(String what) {
		this.firing.policy("[]");
		this.firing.put("escalation-policies/all", """
				{"severities": {"P1": {"repeat": {"times": 1, "after": "10m"}, "steps": [
				  {"after": "0m", "notify": [{"person": "ada"}]}, {"after": "5m", "do": [{"declare": %s}]}]}}}
				""".formatted(what));
	}

	private List<String> titles() {
		return this.jdbc.sql("select title from incident order by number").query(String.class).list();
	}

	private void runAll() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

	private void raising(String from, String to) {
		this.firing.put("severity-rules/all", "{\"rules\": [], \"default\": \"%s\"}".formatted(from));
		this.firing.put("escalation-policies/all", """
				{"severities": {
				  "%s": {"steps": [{"after": "0m", "notify": [{"onCall": "primary"}]},
				    {"after": "10m", "do": [{"raise": "P2"}, {"raise": "%s"}]}]},
				  "%s": {"steps": [{"after": "0m", "notify": [{"person": "grace"}]}]}}}
				""".formatted(from, to, to));
		this.firing.put("routes/all", """
				{"order": 1, "match": "true", "team": "rewapp", "severityRules": "all", "escalationPolicy": "all"}
				""");
	}

	private List<String> errands() {
		return this.jdbc.sql("select what || ' ' || connection from errand order by 1").query(String.class).list();
	}

	private void run() {
		this.executor.runDue();
		this.dispatcher.runDue();
	}

}
