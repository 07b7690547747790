package dev.vigie.alertingest.delivery;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.Unavailable;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * One integration that sends far more than can be stored, beside one that hardly sends.
 */
@IntegrationTest
class StormIntegrationTests {

	private static final int STORM = 10_000;

	private static final int TRICKLE = 20;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private Deliveries deliveries;

	@Autowired
	private IntegrationLookup integrations;

	@Autowired
	private HikariDataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	private final AtomicInteger taken = new AtomicInteger();

	private final AtomicInteger turnedAway = new AtomicInteger();

	private IntegrationRef noisy;

	private IntegrationRef quiet;

	@BeforeEach
	void integrate() {
		Sender.integratedAs(this.http, "noisy");
		Sender.integratedAs(this.http, "quiet");
		this.noisy = this.integrations.byName("noisy").orElseThrow();
		this.quiet = this.integrations.byName("quiet").orElseThrow();
	}

	@Test
	void fillsItsOwnLaneAndLeavesTheOthersTheirs() throws Exception {
		List<Thread> storm = new ArrayList<>();
		List<Thread> trickle = new ArrayList<>();
		AtomicInteger quietlyTaken = new AtomicInteger();
		CountDownLatch start = new CountDownLatch(1);
		try (Connection stopped = stopTheDatabase()) {
			for (int i = 0; i < STORM; i++) {
				int number = i;
				storm.add(Thread.ofVirtual().start(() -> {
					pass(start);
					send(this.noisy, number, this.taken);
				}));
			}
			start.countDown();
			// What the lane and the two transactions on their way cannot hold is told so
			// while nothing moves.
			await().until(() -> this.turnedAway.get() >= STORM - GroupCommit.LONGEST_LANE - 2 * 256);
			for (int i = 0; i < TRICKLE; i++) {
				int number = i;
				trickle.add(Thread.ofVirtual().start(() -> send(this.quiet, number, quietlyTaken)));
			}
			stopped.rollback();
		}
		for (Thread thread : trickle) {
			thread.join();
		}
		assertThat(quietlyTaken).hasValue(TRICKLE);
		for (Thread thread : storm) {
			thread.join();
		}
		assertThat(this.taken.get()).isBetween(1, GroupCommit.LONGEST_LANE + 2 * 256);
		assertThat(this.taken.get() + this.turnedAway.get()).isEqualTo(STORM);
		assertThat(stored(this.noisy)).isEqualTo(this.taken.get());
		assertThat(stored(this.quiet)).isEqualTo(TRICKLE);
	}

	private void send(IntegrationRef integration, int number, AtomicInteger taken) {
		try {
			this.deliveries.take(integration, "", new HttpHeaders(), """
					{"version": "4", "groupKey": "load", "alerts": [{"status": "firing",
					 "labels": {"alertname": "Load", "instance": "%d"}}]}
					""".formatted(number).getBytes(StandardCharsets.UTF_8));
			taken.incrementAndGet();
		}
		catch (Unavailable _) {
			this.turnedAway.incrementAndGet();
		}
	}

	private Connection stopTheDatabase() throws SQLException {
		Connection connection = this.dataSource.getConnection();
		connection.setAutoCommit(false);
		connection.createStatement().execute("lock table delivery in exclusive mode");
		return connection;
	}

	private int stored(IntegrationRef integration) {
		return this.jdbc.sql("select count(*) from alert where integration_id = ?")
			.param(integration.id())
			.query(Integer.class)
			.single();
	}

	private static void pass(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
