package dev.vigie.alertingest.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything breaks at once. Whoever hears 2xx finds the alerts through a connection of
 * its own, so they are committed.
 */
@IntegrationTest
class BurstIntegrationTests {

	private static final int GROUPS = 50;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private JdbcClient jdbc;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "prod");
	}

	@Test
	void eightMegabytesWithTenThousandAlertsAreThereWhenTheyAreAnswered() {
		String body = body("whole", 10_000, "x".repeat(700));
		assertThat(body.length()).isGreaterThan(8_000_000);
		assertThat(this.sender.sends(body)).hasStatus(200).bodyJson().isStrictlyEqualTo("{\"accepted\": 10000}");
		assertThat(stored("whole")).isEqualTo(10_000);
		assertThat(told()).isEqualTo(10_000);
	}

	@Test
	void fiftyGroupsAtOnceAreEachThereWhenTheyAreAnswered() throws Exception {
		CountDownLatch start = new CountDownLatch(1);
		List<Future<Integer>> seen = new ArrayList<>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int i = 0; i < GROUPS; i++) {
				String group = "group-" + i;
				String body = body(group, 200, "down");
				seen.add(threads.submit(() -> {
					start.await();
					MvcTestResult result = this.sender.sends(body);
					assertThat(result).hasStatus(200);
					return stored(group);
				}));
			}
			start.countDown();
			for (Future<Integer> stored : seen) {
				assertThat(stored.get()).isEqualTo(200);
			}
		}
		assertThat(told()).isEqualTo(GROUPS * 200);
		assertThat(this.jdbc.sql("select count(*) from delivery").query(Integer.class).single()).isEqualTo(GROUPS);
	}

	private int stored(String group) {
		return this.jdbc.sql("select count(*) from alert where status = 'FIRING' and labels ->> 'group' = :group")
			.param("group", group)
			.query(Integer.class)
			.single();
	}

	private int told() {
		return this.jdbc.sql("select count(*) from feed_event where type = 'dev.vigie.alert.fired'")
			.query(Integer.class)
			.single();
	}

	private static String body(String group, int alerts, String description) {
		String list = IntStream.range(0, alerts)
			.mapToObj((number) -> """
					{"status": "firing", "labels": {"alertname": "Down", "group": "%1$s", "instance": "node-%2$d"},
					 "annotations": {"summary": "Node %2$d is down", "description": "%3$s"},
					 "startsAt": "2026-03-02T09:00:00Z", "endsAt": "0001-01-01T00:00:00Z"}""".formatted(group, number,
					description))
			.collect(Collectors.joining(","));
		return """
				{"version": "4", "groupKey": "%1$s", "groupLabels": {"group": "%1$s"}, "alerts": [%2$s]}"""
			.formatted(group, list);
	}

}
