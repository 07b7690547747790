package dev.vigie.escalation.paging;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
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
@DisplayName("When the clock is put an hour on or back in the middle of an escalation")
class ClockJumpIntegrationTests {

	private static final String THREE_STEPS = """
			[{"after": "0m", "notify": [{"onCall": "primary"}]}, {"after": "15m", "notify": [{"person": "grace"}]},
			 {"after": "45m", "notify": [{"person": "linus"}]}]
			""";

	private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

	private static final Duration HOUR = Duration.ofHours(1);

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
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	private long number;

	@BeforeEach
	void theFirstStepIsDoneFiveMinutesAgo() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER);
		this.firing.policy(THREE_STEPS);
		this.number = this.firing.fires("db1");
		run();
		this.clock.advance(FIVE_MINUTES);
		assertThat(paged()).containsExactly("0 ada");
	}

	@Test
	void whatIsOverdueIsCaughtUpInOrder() {
		this.clock.advance(HOUR);
		run();
		assertThat(this.firing.timeline(this.number)).filteredOn((code) -> code.startsWith("STEP_"))
			.containsExactly("STEP_STARTED", "STEP_STARTED", "STEP_STARTED");
		assertThat(paged()).containsExactly("0 ada", "1 grace", "2 linus");
		assertThat(this.mailbox.mails()).hasSize(3);
	}

	@Test
	void nobodyIsToldAgainWhenItIsPutRight() {
		this.clock.advance(HOUR);
		run();
		this.clock.advance(HOUR.negated());
		run();
		this.clock.advance(HOUR);
		run();
		assertThat(paged()).containsExactly("0 ada", "1 grace", "2 linus");
		assertThat(this.mailbox.mails()).hasSize(3);
	}

	@Test
	void nobodyIsToldTwiceWhileTheSameHourPassesAgain() {
		this.clock.advance(HOUR.negated());
		everyFiveMinutes(HOUR.plus(HOUR));
		assertThat(paged()).containsExactly("0 ada", "1 grace", "2 linus");
		assertThat(this.mailbox.mails()).hasSize(3);
		assertThat(this.firing.timeline(this.number)).containsOnlyOnce("POLICY_EXHAUSTED");
	}

	@Test
	void anAcknowledgementFromTheHourThatDidNotHappenLeavesEachStepItsTime() {
		this.firing.acknowledge(this.number);
		this.clock.advance(HOUR.negated());
		assertThat(this.http.post()
			.uri("/api/v1/incidents/" + this.number + "/unacknowledge")
			.with(Tokens.by("ada", "incidents:write"))).hasStatus(200);
		run();
		assertThat(paged()).as("She is told again at once").containsExactly("0 ada", "0 ada");
		everyFiveMinutes(HOUR.plus(HOUR));
		assertThat(paged()).containsExactly("0 ada", "0 ada", "1 grace", "2 linus");
	}

	@Test
	void aPageIsNotDeliveredBeforeItWasQueued() {
		this.clock.advance(Duration.ofMinutes(10));
		this.mailbox.onceTaken(() -> this.clock.advance(HOUR.negated()));
		run();
		this.mailbox.onceTaken(() -> {
		});
		everyFiveMinutes(HOUR.plus(HOUR));
		assertThat(this.mailbox.mails()).hasSize(3);
		assertThat(count("delivered_at >= created_at")).isEqualTo(3);
	}

	private void everyFiveMinutes(Duration length) {
		for (Duration passed = Duration.ZERO; passed.compareTo(length) < 0; passed = passed.plus(FIVE_MINUTES)) {
			this.clock.advance(FIVE_MINUTES);
			run();
		}
	}

	private void run() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

	private int count(String condition) {
		return this.jdbc.sql("select count(*) from page where " + condition).query((row, _) -> row.getInt(1)).single();
	}

	private List<String> paged() {
		return this.jdbc.sql("select step || ' ' || person from page order by run, again, cycle, step")
			.query((row, _) -> row.getString(1))
			.list()
			.stream()
			.sorted()
			.toList();
	}

}
