package dev.vigie.escalation.paging;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

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
