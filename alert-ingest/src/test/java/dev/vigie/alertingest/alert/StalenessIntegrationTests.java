package dev.vigie.alertingest.alert;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class StalenessIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Autowired
	private Sweeper sweeper;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@DisplayName("Check 16: alerts whose end is never sent are marked stale")
	@Test
	void endsWhatASenderThatNeverSaysResolvedHasForgotten() {
		Sender reader = Sender.integratedAs(this.http, "other");
		String path = integrate();
		fire(path, "a");
		later(Duration.ofMinutes(50));
		fire(path, "a");
		later(Duration.ofMinutes(59));
		assertThat(reader.news()).containsExactly("alert.fired");
		later(Duration.ofMinutes(1));
		later(Duration.ofMinutes(1));
		assertThat(reader.news()).containsExactly("alert.fired", "alert.resolved");
		JsonNode told = reader.feed(1).getFirst();
		assertThat(told.get("subject")).isEqualTo(reader.feed(0).getFirst().get("subject"));
		assertThat(told.get("data").get("group").get("key").asString()).isEqualTo("g");
		assertThat(told.get("data").get("alert").get("endReason").asString()).isEqualTo("not repeated by its sender");
		assertThat(told.get("data").get("alert").get("endsAt").asString()).isEqualTo("2026-03-02T13:50:00Z");
		fire(path, "a");
		assertThat(reader.news()).hasSize(3);
	}

	@Test
	void endsEachOnceUnderTwoReplicas() throws Exception {
		Sender reader = Sender.integratedAs(this.http, "other");
		String path = integrate();
		for (int i = 0; i < 500; i += 50) {
			fire(path, IntStream.range(i, i + 50).mapToObj(String::valueOf).toArray(String[]::new));
		}
		this.clock.advance(Duration.ofHours(1));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<?> done : List.of(threads.submit(this.sweeper::runDue), threads.submit(this.sweeper::runDue))) {
				done.get();
			}
		}
		this.sweeper.runDue();
		assertThat(reader.get("/api/v1/alerts?status=firing", "alerts:read").get("items")).isEmpty();
		assertThat(this.jdbc.sql("select count(*) from feed_event where type = 'dev.vigie.alert.resolved'")
			.query(Integer.class)
			.single()).isEqualTo(500);
	}

	private void later(Duration time) {
		this.clock.advance(time);
		this.sweeper.runDue();
	}

	private String integrate() {
		MvcTestResult result = this.http.put()
			.uri("/api/v1/integrations/forgetful")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\": \"alertmanager\", \"staleAfter\": \"1h\"}")
			.exchange();
		return URI.create(Sender.body(result).get("url").asString()).getPath();
	}

	private void fire(String path, String... instances) {
		List<Map<String, Object>> alerts = Stream.of(instances)
			.map((instance) -> Map.<String, Object>of("status", "firing", "labels",
					Map.of("alertname", "Disk", "instance", instance)))
			.toList();
		assertThat(this.http.post()
			.uri(path)
			.content(JsonMapper.builder().build().writeValueAsString(Map.of("groupKey", "g", "alerts", alerts))))
			.hasStatus(200);
	}

}
