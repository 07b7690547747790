package dev.vigie.escalation.audit;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.escalation.Alerts;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.audit.Breach.Kind;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@DisplayName("G3: an open incident that nobody took is due, or says why not; and somebody looks")
class AuditIntegrationTests {

	@Autowired
	private AuditRound round;

	@Autowired
	private Alerts alerts;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void allIsQuiet() {
		this.neighbourhood.reset();
	}

	@Test
	void findsNothingWhileAllIsInTime() {
		this.alerts.open();
		this.clock.advance(Duration.ofMinutes(1));
		assertThat(this.round.run()).isEmpty();
		assertThat(broken("overdue-incident")).isZero();
	}

	@Test
	void tellsTheMailboxOfLastResortOnceAnHourOfWhatNobodyWorksOn() {
		long number = this.alerts.fires("db1", "Disk full");
		this.clock.advance(Duration.ofMinutes(1).plusMillis(1));
		assertThat(this.round.run()).singleElement().satisfies((breach) -> {
			assertThat(breach.kind()).isEqualTo(Kind.OVERDUE_INCIDENT);
			assertThat(breach.incidents()).containsExactly(number);
		});
		this.round.run();
		assertThat(broken("overdue-incident")).isOne();
		assertThat(notices()).isOne();
		this.clock.advance(Duration.ofHours(1));
		this.round.run();
		assertThat(notices()).isEqualTo(2);
	}

	@Test
	void findsPagesThatNobodySends() {
		this.alerts.open();
		this.jdbc.sql("update incident set due_at = null, idle_reason = 'NO_POLICY'").update();
		this.jdbc
			.sql("""
					insert into page (id, incident_id, run, again, cycle, step, target, type, address, language, zone, facts,
						status, attempts, next_attempt_at, wanted, fallen_back, created_at)
					select gen_random_uuid(), id, 1, 0, 0, 0, 'person:ada', 'EMAIL', 'ada@example.org', 'en', 'UTC', '{}',
						'SENDING', 1, triggered_at, true, false, triggered_at from incident
					""")
			.update();
		this.clock.advance(Duration.ofMinutes(2));
		assertThat(this.round.run()).extracting(Breach::kind).containsExactly(Kind.OVERDUE_PAGE);
	}

	private double broken(String kind) {
		return this.meters.get("vigie.promises.broken").tag("kind", kind).gauge().value();
	}

	private long notices() {
		return this.jdbc.sql("select count(*) from notice where subject like '%promise%'")
			.query((row, _) -> row.getLong(1))
			.single();
	}

}
