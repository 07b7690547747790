package dev.vigie.alertingest.quota;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.Sender.Told;
import dev.vigie.alertingest.alert.Sweeper;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class QuotaIntegrationTests {

	private static final String START = "2026-03-02T11:59:00Z";

	private static final String FIRED = "alert.fired";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private QuotaWatch watch;

	@Autowired
	private Sweeper sweeper;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "noisy", spec("5"));
	}

	@Test
	void takesEveryAlertOfAStormAndTellsWhatTheQuotaAllowsAndOneMoreThatSaysSo() {
		storm(100);
		this.watch.runDue();
		this.watch.runDue();
		assertThat(stored()).isEqualTo(101);
		List<JsonNode> feed = this.sender.feed(0);
		assertThat(feed).hasSize(6);
		JsonNode own = feed.getLast().get("data");
		assertThat(own.at("/alert/labels/alertname").asString()).isEqualTo("QuotaExceeded");
		assertThat(own.at("/alert/labels/vigie_kind").asString()).isEqualTo("quota");
		assertThat(own.at("/alert/labels/integration").asString()).isEqualTo("noisy");
		assertThat(own.at("/alert/annotations/description").asString()).contains("5 a minute");
		assertThat(own.toString()).contains("\"team\":\"rewapp\"");
	}

	@Test
	void tellsWhatStillFiresAsFastAsTheQuotaAllowsAndThenThatItIsOver() {
		storm(12);
		this.watch.runDue();
		later(Duration.ofSeconds(12));
		assertThat(this.sender.news()).hasSize(7);
		this.sweeper.askAgain();
		assertThat(this.sender.news()).hasSize(7);
		later(Duration.ofMinutes(1));
		assertThat(this.sender.news()).hasSize(12);
		later(Duration.ofMinutes(1));
		assertThat(this.sender.news()).hasSize(13).containsOnly(FIRED);
		later(Breaches.CALM.minusSeconds(61));
		assertThat(this.sender.news()).hasSize(13);
		later(Duration.ofMinutes(1));
		assertThat(this.sender.news()).hasSize(14).endsWith("alert.resolved");
		later(Duration.ofMinutes(9));
		assertThat(this.sender.news()).hasSize(14);
	}

	@Test
	void isOneAlertAlsoWhenTheStormComesInGusts() {
		for (int i = 0; i < 5; i++) {
			storm(i * 20, 20);
			later(Duration.ofMinutes(2));
		}
		long own = this.sender.feed(0).stream().filter((event) -> event.toString().contains("QuotaExceeded")).count();
		assertThat(own).isEqualTo(1);
	}

	@Test
	void neverHoldsBackAResolveAndSaysNothingOfWhatEndedUnheard() {
		storm(12);
		this.sender.tells(0,
				IntStream.range(0, 12)
					.mapToObj((i) -> Told.resolved("db-" + i, START, "2026-03-02T12:00:00Z"))
					.toArray(Told[]::new));
		assertThat(this.sender.news()).hasSize(10).filteredOn("alert.resolved"::equals).hasSize(5);
		this.watch.runDue();
		later(Duration.ofMinutes(10));
		assertThat(this.sender.news()).hasSize(10);
	}

	@Test
	void doesNotCountWhatIsOnlyRepeated() {
		for (int i = 0; i < 20; i++) {
			storm(5);
		}
		later(Duration.ofMinutes(1));
		assertThat(this.sender.news()).hasSize(5).containsOnly(FIRED);
	}

	@Test
	void leavesOthersAlone() {
		Sender other = Sender.integratedAs(this.http, "other");
		storm(50);
		other.tells(0, IntStream.range(0, 30).mapToObj((i) -> Told.firing("web-" + i, START)).toArray(Told[]::new));
		assertThat(this.sender.news()).hasSize(35);
	}

	@Test
	void tellsEverythingOnceTheQuotaIsTakenAway() {
		storm(50);
		Sender.integratedAs(this.http, "noisy");
		this.sweeper.askAgain();
		assertThat(this.sender.news()).hasSize(50);
	}

	@Test
	void isRefusedWhenItAllowsNothing() {
		for (String quota : List.of("0", "-1", "null", "1000000", "\"x\"")) {
			MvcTestResult result = this.http.put()
				.uri("/api/v1/integrations/none")
				.with(Tokens.by("ada", "config:write"))
				.contentType(MediaType.APPLICATION_JSON)
				.content(spec(quota))
				.exchange();
			assertThat(result).as(quota).hasStatus(400);
			assertThat(Sender.body(result).at("/errors/0/field").asString()).isEqualTo("quota.alertsPerMinute");
		}
	}

	private static String spec(String quota) {
		return "{\"type\": \"alertmanager\", \"team\": \"rewapp\", \"quota\": {\"alertsPerMinute\": %s}}"
			.formatted(quota);
	}

	private void storm(int alerts) {
		storm(0, alerts);
	}

	private void storm(int first, int alerts) {
		this.sender.tells(0,
				IntStream.range(first, first + alerts)
					.mapToObj((i) -> Told.firing("db-" + i, START))
					.toArray(Told[]::new));
	}

	private void later(Duration time) {
		this.clock.advance(time);
		this.sweeper.runDue();
		this.watch.runDue();
	}

	private int stored() {
		return this.jdbc.sql("select count(*) from alert").query(Integer.class).single();
	}

}
