package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionOperations;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans that were made and kept while there were hardly any alerts, then a storm.
 */
@IntegrationTest
class AlertPlansIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private static final int STORM = 3000;

	private static final int ROWS_OF_A_HANDFUL = 300;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private AlertIntake intake;

	@Autowired
	private IntegrationLookup integrations;

	@Autowired
	private TransactionOperations transactions;

	@Autowired
	private JdbcClient jdbc;

	private IntegrationRef integration;

	@BeforeEach
	void integrate() {
		Sender.integratedAs(this.http, "prod");
		this.integration = this.integrations.byName("prod").orElseThrow();
		assertThat(this.http.put()
			.uri("/api/v1/silences/noise")
			.with(Tokens.by("ada", "silences:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"reason": "noise", "endsAt": "2026-03-02T14:00:00Z",
					 "match": [{"label": "alertname", "matches": "muted-.*"}]}""")).hasStatus2xxSuccessful();
	}

	@Test
	void lookUpWhatIsReportedInTablesThatHaveGrown() {
		this.transactions.executeWithoutResult((_) -> liveThrough("first"));
		this.jdbc.sql("analyze alert, alert_episode, alert_group").update();
		this.transactions.executeWithoutResult((_) -> {
			this.jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
			// The driver prepares what it sees again and again.
			IntStream.range(0, 10).forEach((number) -> liveThrough("few-" + number));
			liveThrough("muted-before");
			take("storm", 0, STORM, AlertVerb.FIRING);
			take("muted-storm", 0, STORM, AlertVerb.FIRING);
			long before = rowsRead();
			liveThrough("one-more");
			liveThrough("muted-one-more");
			take("storm", 1, 5, AlertVerb.RESOLVED);
			assertThat(rowsRead() - before).isLessThan(ROWS_OF_A_HANDFUL);
		});
	}

	/**
	 * An alert that fires, is repeated, ends and begins again.
	 */
	private void liveThrough(String name) {
		take(name, 0, 1, AlertVerb.FIRING);
		take(name, 0, 1, AlertVerb.FIRING);
		take(name, 0, 1, AlertVerb.RESOLVED);
		take(name, 1, 1, AlertVerb.FIRING);
	}

	private void take(String name, int minute, int alerts, AlertVerb verb) {
		List<AlertChange> changes = IntStream.range(0, alerts)
			.mapToObj((number) -> AlertChange.of(verb, name + "-" + number)
				.labels(Map.of("alertname", name))
				.startsAt(NOON.plusSeconds(60L * minute))
				.build())
			.toList();
		this.intake.take(
				List.of(new AlertReport(this.integration, AlertReport.Group.of(name, Map.of()), changes, NOON)), NOON);
	}

	/**
	 * How many rows of alerts this transaction has looked at.
	 */
	private long rowsRead() {
		return this.jdbc.sql("""
				select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables
				where schemaname = current_schema() and relname in ('alert', 'alert_episode', 'alert_group')
				""").query(Long.class).single();
	}

}
