package dev.vigie.alertingest.delivery;

import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * A database that is there and does not write: read-only, as after a failover, or full.
 */
@IntegrationTest
class DatabaseRefusesIntegrationTests {

	private static final String TWO = "alertmanager/webhook-v4-firing-two";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private HikariDataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	private Sender sender;

	private Sender pagerduty;

	private Sender opsgenie;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "prod");
		this.pagerduty = Sender.integratedAs(this.http, "pager", "{\"type\": \"pagerduty\"}");
		this.opsgenie = Sender.integratedAs(this.http, "genie", "{\"type\": \"opsgenie\"}");
		this.sender.tells(0, Sender.Told.firing("before", "2026-03-02T11:00:00Z"));
	}

	@AfterEach
	void writeAgain() {
		database("reset default_transaction_read_only");
		TestDatabase.execute(this.dataSource.getJdbcUrl(), "drop function if exists alert_ingest.refuse cascade");
		this.dataSource.getHikariPoolMXBean().softEvictConnections();
		await().untilAsserted(() -> assertThat(this.sender.sends(Fixtures.bytes(TWO))).hasStatus(200));
	}

	@Test
	void asksEverySenderToComeAgainWhileItIsReadOnly() {
		database("set default_transaction_read_only = on");
		this.dataSource.getHikariPoolMXBean().softEvictConnections();
		refused();
		database("reset default_transaction_read_only");
		this.dataSource.getHikariPoolMXBean().softEvictConnections();
		taken();
	}

	@ParameterizedTest
	@ValueSource(strings = { "53100", "53200", "57P03", "25006", "58030" })
	void asksEverySenderToComeAgainWhileItCannotWrite(String state) {
		refuse("delivery", state);
		refused();
		TestDatabase.execute(this.dataSource.getJdbcUrl(), "drop function alert_ingest.refuse cascade");
		taken();
	}

	@Test
	void refusesWhatExceedsItsLimitsInsteadOfAskingForItForEver() {
		refuse("alert", "54000");
		assertThat(this.sender.sends(Fixtures.bytes(TWO))).hasStatus(400);
		assertThat(this.sender.get("/api/v1/integrations/prod/deliveries", "config:read").get("items").toString())
			.contains("It holds something that cannot be stored");
	}

	private void refuse(String table, String state) {
		TestDatabase.execute(this.dataSource.getJdbcUrl(), """
				create function alert_ingest.refuse() returns trigger language plpgsql as
				$$ begin raise exception 'could not extend file: No space left on device' using errcode = '%s'; end $$
				""".formatted(state), """
				create trigger refuse before insert on alert_ingest.%s execute function alert_ingest.refuse()
				""".formatted(table));
	}

	private void refused() {
		for (MvcTestResult result : List.of(this.sender.sends(Fixtures.bytes(TWO)), this.sender.sends("{"), create())) {
			assertThat(result).hasStatus(503);
			assertThat(Sender.retryAfter(result)).isEqualTo("5");
		}
		MvcTestResult throttled = enqueue();
		assertThat(throttled.getResponse().getStatus()).isIn(429, 503); // its clients
																		// know both
		assertThat(Sender.retryAfter(throttled)).isEqualTo("5");
		assertThat(this.jdbc.sql("select count(*) from alert_ingest.alert").query(Long.class).single()).isEqualTo(1);
	}

	private void taken() {
		await().untilAsserted(() -> assertThat(this.sender.sends(Fixtures.bytes(TWO))).hasStatus(200));
		assertThat(enqueue()).hasStatus(202);
		assertThat(create()).hasStatus(202);
		JsonNode alerts = this.sender.get("/api/v1/alerts", "alerts:read").get("items");
		assertThat(alerts).hasSize(5);
		assertThat(this.sender.news()).hasSize(5).containsOnly("alert.fired");
	}

	private MvcTestResult enqueue() {
		return this.http.post().uri(this.pagerduty.path() + "/v2/enqueue").content("""
				{"routing_key": "x", "event_action": "trigger", "dedup_key": "disk",
				 "payload": {"summary": "Disk full", "source": "db-1", "severity": "critical"}}
				""").exchange();
	}

	private MvcTestResult create() {
		return this.http.post()
			.uri(this.opsgenie.path() + "/v2/alerts")
			.content("{\"message\": \"Disk full\", \"alias\": \"disk\"}")
			.exchange();
	}

	private void database(String change) {
		String url = this.dataSource.getJdbcUrl();
		String database = url.replaceAll(".*/([a-z0-9_]+)\\?.*", "$1");
		TestDatabase.execute(url.replace("/" + database + "?", "/postgres?"),
				"alter database " + database + " " + change);
	}

}
