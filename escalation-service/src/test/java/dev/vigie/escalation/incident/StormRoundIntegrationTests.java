package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class StormRoundIntegrationTests {

	static final Instant NOON = SettableClock.START;

	@Autowired
	private StormRound round;

	@Autowired
	private IncidentAlerts alerts;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private SettableClock clock;

	@BeforeEach
	void aStorm() {
		assertThat(this.http.put()
			.uri("/api/v1/groupings/all")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"storm\": {\"alerts\": 2, \"within\": \"1m\"}}")).hasStatus2xxSuccessful();
		for (int alert = 0; alert < 5; alert++) {
			fires("f" + alert, 0);
		}
	}

	@Test
	void tellsTheEndAtItsTimeAndOnce() {
		at(120 + StormRound.GRACE.toSeconds() - 1);
		assertThat(ends()).isEmpty();
		at(120 + StormRound.GRACE.toSeconds());
		at(300);
		assertThat(ends()).containsExactly(NOON.plusSeconds(120) + " 3");
		fires("f5", 300);
		at(600);
		assertThat(ends()).hasSize(1);
		assertThat(this.jdbc.sql("select count(*) from incident").query(Integer.class).single()).isEqualTo(4);
	}

	@Test
	void leavesItToTheReportThatComesFirst() {
		fires("f5", 120);
		at(300);
		assertThat(ends()).containsExactly(NOON.plusSeconds(120) + " 3");
	}

	@Test
	void tellsALaterEndAgainWhenWhatCameBeforeIsReadLate() {
		at(200);
		for (int alert = 5; alert < 8; alert++) {
			fires("f" + alert, 100);
		}
		at(400);
		assertThat(ends()).containsExactly(NOON.plusSeconds(120) + " 3", NOON.plusSeconds(220) + " 6");
	}

	@Test
	void saysNothingOfAnIncidentThatIsOver() {
		this.jdbc.sql("update incident set status = 'CANCELLED', due_at = null").update();
		at(300);
		assertThat(ends()).isEmpty();
	}

	private void at(long seconds) {
		this.clock.set(NOON.plusSeconds(seconds));
		this.round.run();
	}

	private void fires(String name, long seconds) {
		this.alerts.fired(new AlertSender("prometheus", null, Map.of("host", name), 0),
				new ReportedAlert(name, Map.of("alertname", "Down"), Map.of(), NOON, null, null, null),
				NOON.plusSeconds(seconds));
	}

	private List<String> ends() {
		return this.jdbc
			.sql("""
					select occurred_at, params ->> 'alerts' as alerts from timeline_entry where code = 'STORM_ENDED' order by id
					""")
			.query((row, _) -> Incidents.time(row, "occurred_at") + " " + row.getString("alerts"))
			.list();
	}

}
