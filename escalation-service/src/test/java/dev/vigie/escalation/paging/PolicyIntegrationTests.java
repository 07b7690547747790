package dev.vigie.escalation.paging;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class PolicyIntegrationTests {

	private static final String ADA = "ada@example.org";

	private static final String GRACE = "grace@example.org";

	private static final String LINUS = "linus@example.org";

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

	@BeforeEach
	void everybodyIsThere() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER.replace("\"end\": \"2026-03-09T08:00:00Z\"}]}", """
				"end": "2026-03-09T08:00:00Z"},
				{"person": "grace", "role": "backup", "start": "2026-03-02T08:00:00Z", "end": "2026-03-09T08:00:00Z"},
				{"person": "linus", "start": "2026-03-09T08:00:00Z", "end": "2026-03-16T08:00:00Z"}]}
				"""));
	}

	@Test
	void tellsTheBackupAndWhoIsNext() {
		this.firing
			.policy("""
					[{"after": "0m", "notify": [{"onCall": "primary", "role": "backup"}, {"onCall": "primary", "role": "next"}]}]
					""");
		this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactlyInAnyOrder(GRACE, LINUS);
	}

	@Test
	void tellsAgainWhoAcknowledgedAndIsSilentAndThenEscalates() {
		this.firing.put("severity-rules/all", "{\"rules\": [], \"default\": \"P1\"}");
		policy("""
				{"severities": {"P1": {"acknowledgementTimeout": "30m", "steps": [
				  {"after": "0m", "notify": [{"person": "ada"}]}, {"after": "15m", "notify": [{"person": "grace"}]}]}}}
				""");
		long number = this.firing.fires("db1");
		run();
		pass(Duration.ofMinutes(5));
		this.firing.acknowledge(number);
		pass(Duration.ofMinutes(30).minusMillis(1));
		assertThat(this.mailbox.recipients()).containsExactly(ADA);
		pass(Duration.ofMillis(1));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, ADA);
		pass(Duration.ofMinutes(10).minusMillis(1));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, ADA);
		pass(Duration.ofMillis(1));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, ADA, GRACE);
		assertThat(this.firing.timeline(number)).containsSubsequence("ACKNOWLEDGED", "ACKNOWLEDGEMENT_EXPIRED",
				"STEP_STARTED", "STEP_STARTED", "POLICY_EXHAUSTED");
	}

	@Test
	void leavesOutAStepWhoseConditionDoesNotHoldUntilItDoes() {
		this.firing.policy("""
				[{"after": "0m", "notify": [{"person": "ada"}]},
				 {"after": "10m", "when": "firing > 1", "notify": [{"person": "linus"}]},
				 {"after": "20m", "notify": [{"person": "grace"}]}]
				""");
		long number = this.firing.fires("db1");
		run();
		pass(Duration.ofMinutes(10));
		pass(Duration.ofMinutes(10));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE);
		assertThat(this.firing.timeline(number)).containsSubsequence("STEP_SKIPPED", "STEP_STARTED",
				"POLICY_EXHAUSTED");
	}

	@Test
	void saysOnceThatAllStepsAreDoneHoweverOftenItLooksAgain() {
		this.firing.policy("""
				[{"after": "0m", "when": "firing > 5", "notify": [{"person": "ada"}]}]
				""");
		long number = this.firing.fires("db1");
		run();
		this.firing.joins("db1", "second");
		run();
		this.firing.joins("db1", "third");
		run();
		assertThat(this.mailbox.recipients()).isEmpty();
		assertThat(this.firing.timeline(number)).containsOnlyOnce("STEP_SKIPPED", "POLICY_EXHAUSTED");
	}

	@Test
	void tellsOneAfterTheOtherUntilSomebodyAcknowledges() {
		this.firing.policy("""
				[{"after": "0m", "mode": "untilAnswered", "every": "2m",
				  "notify": [{"person": "ada"}, {"person": "grace"}, {"person": "linus"}]}]
				""");
		long number = this.firing.fires("db1");
		run();
		assertThat(this.mailbox.recipients()).containsExactly(ADA);
		pass(Duration.ofMinutes(2));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE);
		this.firing.acknowledge(number);
		pass(Duration.ofMinutes(2));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE);
	}

	@Test
	void tellsSomebodyElseAtEachIncidentInTurn() {
		this.firing
			.policy("""
					[{"after": "0m", "mode": "roundRobin", "notify": [{"person": "ada"}, {"person": "grace"}, {"person": "linus"}]}]
					""");
		for (String name : new String[] { "db1", "db2", "db3", "db4" }) {
			this.firing.fires(name);
			run();
		}
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE, LINUS, ADA);
	}

	@Test
	void goesThroughThePolicyThatAStepLeadsToAsItWasWhenTheIncidentBegan() {
		this.firing.put("escalation-policies/management", """
				{"severities": {"P1": {"steps": [{"after": "5m", "notify": [{"person": "linus"}]}]}}}
				""");
		this.firing.policy("""
				[{"after": "0m", "notify": [{"person": "ada"}]},
				 {"after": "10m", "notify": [{"policy": "management"}, {"person": "grace"}]}]
				""");
		this.firing.fires("db1");
		run();
		this.firing.put("escalation-policies/management", "{\"severities\": {\"P1\": {\"steps\": []}}}");
		pass(Duration.ofMinutes(10));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE);
		pass(Duration.ofMinutes(5));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE, LINUS);
	}

	@Test
	void tellsAlsoWhoHasTheMilderOneWhenItBecomesWorse() {
		this.firing.put("severity-rules/all",
				"{\"rules\": [{\"when\": \"firing > 1\", \"severity\": \"P1\"}], \"default\": \"P3\"}");
		policy("""
				{"severities": {"P3": {"steps": [{"after": "0m", "notify": [{"person": "ada"}]}]},
				  "P1": {"steps": [{"after": "0m", "notify": [{"person": "ada"}]}, {"after": "15m", "notify": [{"person": "grace"}]}]}}}
				""");
		long number = this.firing.fires("db1");
		run();
		this.firing.acknowledge(number);
		pass(Duration.ofMinutes(20));
		this.firing.joins("db1", "second");
		run();
		assertThat(this.mailbox.recipients()).containsExactly(ADA, ADA);
		pass(Duration.ofMinutes(15));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, ADA, GRACE);
	}

	@Test
	void beginsAnewByTheNewestPoliciesWhenSomebodyRestartsIt() {
		this.firing.put("escalation-policies/management", """
				{"severities": {"P1": {"steps": [{"after": "5m", "notify": [{"person": "ada"}]}]}}}
				""");
		String steps = "[{\"after\": \"0m\", \"notify\": [{\"person\": \"%s\"}]}, {\"after\": \"10m\", \"notify\": [{\"policy\": \"management\"}]}]";
		this.firing.policy(steps.formatted("ada"));
		long number = this.firing.fires("db1");
		run();
		pass(Duration.ofMinutes(1));
		assertThat(this.firing.get("/api/v1/incidents/" + number)).doesNotContain("restart");
		this.firing.policy(steps.formatted("grace"));
		this.firing.put("escalation-policies/management", """
				{"severities": {"P1": {"steps": [{"after": "5m", "notify": [{"person": "linus"}]}]}}}
				""");
		this.firing.acknowledge(number);
		assertThat(this.firing.get("/api/v1/incidents/" + number)).contains("\"restart\"", "\"policyVersion\":1");
		this.firing.say(number, "restart");
		this.firing.say(number, "restart");
		run();
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE);
		assertThat(this.firing.get("/api/v1/incidents/" + number)).doesNotContain("\"restart\"")
			.contains("\"status\":\"triggered\"", "\"policyVersion\":2", "\"run\":2");
		assertThat(this.firing.get("/api/v1/incidents/" + number + "/timeline"))
			.contains("ada restarted the escalation: version 2 of policy all (it was 1), with management 1 → 2");
		pass(Duration.ofMinutes(15).minusMillis(1));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE);
		pass(Duration.ofMillis(1));
		assertThat(this.mailbox.recipients()).containsExactly(ADA, GRACE, LINUS);
		assertThat(this.firing.timeline(number)).containsOnlyOnce("RESTARTED");
	}

	@Test
	void takesBackThePagesOfThePlanBeforeWhenItIsRestarted() {
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"ada\"}]}]");
		long number = this.firing.fires("db1");
		this.executor.runDue();
		this.firing.policy("[{\"after\": \"0m\", \"notify\": [{\"person\": \"grace\"}]}]");
		this.firing.say(number, "restart");
		run();
		assertThat(this.mailbox.recipients()).containsExactly(GRACE);
		assertThat(this.firing.timeline(number)).containsSubsequence("PAGE_QUEUED", "RESTARTED", "PAGE_CANCELLED",
				"STEP_STARTED", "PAGE_DELIVERED");
	}

	private void policy(String spec) {
		this.firing.put("escalation-policies/all", spec);
		this.firing.put("routes/all", """
				{"order": 1, "match": "true", "team": "rewapp", "severityRules": "all", "escalationPolicy": "all"}
				""");
	}

	private void pass(Duration time) {
		this.clock.advance(time);
		run();
	}

	private void run() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

}
