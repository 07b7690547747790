package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.incident.Escalations;
import dev.vigie.escalation.page.PageDispatcher;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@DisplayName("When a replica stands still for 90 s between preparing and taking what is due")
class PausedReplicaIntegrationTests {

	private static final int BATCH = 100;

	private static final Duration PAUSE = Duration.ofSeconds(90);

	@Autowired
	private Firing firing;

	@Autowired
	private Escalations escalations;

	@Autowired
	private Preparing preparing;

	@Autowired
	private Steps steps;

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

	private long number;

	@BeforeEach
	void oneIncidentIsDue() {
		this.neighbourhood.reset();
		this.neighbours.roster(Firing.ROSTER);
		this.firing.policy("""
				[{"after": "0s", "notify": [{"onCall": "primary"}]}, {"after": "60s", "notify": [{"person": "grace"}]},
				 {"after": "5m", "notify": [{"person": "linus"}]}]
				""");
		this.number = this.firing.fires("db1");
	}

	@Test
	void itFindsNothingLeftToDo() {
		Preparation old = prepare();
		this.clock.advance(PAUSE);
		others();
		assertThat(this.steps.take(old, BATCH)).isZero();
		others();
		assertThat(paged()).containsExactly("0 ada", "1 grace");
		assertThat(this.mailbox.mails()).hasSize(2);
	}

	@Test
	void itsWorkIsCarriedOnWhereNobodyElseWasThere() {
		Preparation old = prepare();
		this.clock.advance(PAUSE);
		assertThat(this.steps.take(old, BATCH)).isOne();
		assertThat(paged()).containsExactly("0 ada");
		others();
		assertThat(paged()).containsExactly("0 ada", "1 grace");
		assertThat(this.mailbox.mails()).hasSize(2);
	}

	@Test
	void itDoesNotDoWhatBecameDueMeanwhile() {
		this.executor.runDue();
		this.clock.advance(Duration.ofSeconds(60));
		Preparation old = prepare();
		others();
		this.clock.advance(PAUSE);
		this.firing.resolves("db1");
		this.firing.fires("db1");
		assertThat(this.steps.take(old, BATCH)).isZero();
		others();
		assertThat(this.firing.timeline(this.number)).containsSubsequence("STEP_STARTED", "STEP_STARTED", "REOPENED",
				"STEP_STARTED");
		assertThat(paged()).containsExactly("0 ada", "0 ada", "1 grace");
	}

	@Test
	void itTellsNobodyOfWhatWasTakenMeanwhile() {
		Preparation old = prepare();
		this.clock.advance(PAUSE);
		this.firing.acknowledge(this.number);
		assertThat(this.steps.take(old, BATCH)).isZero();
		others();
		assertThat(this.mailbox.mails()).isEmpty();
	}

	@Test
	@DisplayName("and stands still even with rows locked, the database lets others have them before a minute is over")
	void theDatabaseTakesItsLocksAway() {
		assertThat(
				this.jdbc.sql("select setting::int from pg_settings where name = 'idle_in_transaction_session_timeout'")
					.query((row, _) -> row.getInt(1))
					.single())
			.isBetween(1, 30_000);
	}

	private Preparation prepare() {
		Instant now = this.clock.instant();
		return this.preparing.of(this.escalations.peek(now, BATCH), now);
	}

	private void others() {
		while (this.executor.runDue() + this.dispatcher.runDue() > 0) {
			// until nothing is due
		}
	}

	private List<String> paged() {
		return this.jdbc.sql("select step || ' ' || person from page")
			.query((row, _) -> row.getString(1))
			.stream()
			.sorted()
			.toList();
	}

}
