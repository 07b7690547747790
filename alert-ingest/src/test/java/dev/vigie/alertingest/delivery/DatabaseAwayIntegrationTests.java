package dev.vigie.alertingest.delivery;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class DatabaseAwayIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Autowired
	private HikariDataSource dataSource;

	private Sender sender;

	private String server;

	private String database;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "prod");
		String url = this.dataSource.getJdbcUrl();
		this.database = url.replaceAll(".*/([a-z0-9_]+)\\?.*", "$1");
		this.server = url.replace("/" + this.database + "?", "/postgres?");
	}

	@AfterEach
	void comeBack() {
		TestDatabase.execute(this.server, "alter database " + this.database + " allow_connections true");
		this.dataSource.getHikariPoolMXBean().softEvictConnections();
	}

	@DisplayName("Check 12: a database that is away is a 503, and then every alert is there once")
	@Test
	void asksTheSenderToComeAgainAndThenTakesEveryAlertOnce() {
		goAway();
		for (int i = 0; i < 2; i++) {
			MvcTestResult result = this.sender.sends(Fixtures.bytes("alertmanager/webhook-v4-firing-two"));
			assertThat(result).hasStatus(503);
			assertThat(Sender.retryAfter(result)).isEqualTo("5");
		}
		comeBack();
		await().untilAsserted(() -> assertThat(this.sender.sends(Fixtures.bytes("alertmanager/webhook-v4-firing-two")))
			.hasStatus(200));
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.fired");
	}

	private void goAway() {
		TestDatabase.execute(this.server, "alter database " + this.database + " allow_connections false",
				"select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + this.database + "'");
	}

}
