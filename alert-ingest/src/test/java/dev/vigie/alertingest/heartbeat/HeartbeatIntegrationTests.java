package dev.vigie.alertingest.heartbeat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.alert.Attendance;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class HeartbeatIntegrationTests {

	private static final String HOURLY = "{\"integration\": \"prod\", \"interval\": \"1h\", \"grace\": \"5m\"}";

	private static final String WATCHDOG = """
			{"integration": "prod", "interval": "5m", "grace": "1m", "severity": "critical",
			"match": [{"label": "alertname", "equals": "Watchdog"}]}""";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private HeartbeatWatch watch;

	@Autowired
	private SettableClock clock;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "prod");
	}

	@Test
	void noticesASenderThatNeverStarts() {
		put("backup", HOURLY);
		assertThat(status("backup")).isEqualTo("waiting");
		later(Duration.ofMinutes(64));
		assertThat(this.sender.news()).isEmpty();
		later(Duration.ofMinutes(1));
		later(Duration.ofHours(9));
		assertThat(this.sender.news()).containsExactly("alert.fired");
		JsonNode told = this.sender.feed(0).getFirst().get("data");
		assertThat(told.get("alert").get("labels").get("heartbeat").asString()).isEqualTo("backup");
		assertThat(told.get("integration").get("team").asString()).isEqualTo("rewapp");
		assertThat(status("backup")).isEqualTo("lapsed");
	}

	@Test
	void isPatientAgainAfterNobodyWasThereToHear() {
		put("short", "{\"integration\": \"prod\", \"interval\": \"1m\", \"grace\": \"30s\"}");
		put("daily", "{\"integration\": \"prod\", \"interval\": \"1d\", \"grace\": \"1h\"}");
		this.clock.advance(Duration.ofDays(2));
		this.watch.runDue(Duration.ofSeconds(89));
		assertThat(this.sender.news()).isEmpty();
		this.watch.runDue(Duration.ofSeconds(90));
		assertThat(status("short")).isEqualTo("lapsed");
		assertThat(status("daily")).isNotEqualTo("lapsed");
		this.watch.runDue(Attendance.PATIENCE);
		assertThat(status("daily")).isEqualTo("lapsed");
	}

	@Test
	void endsALapseWithTheNextBeat() {
		put("backup", HOURLY);
		later(Duration.ofHours(2));
		assertThat(beat(HttpMethod.POST, "heartbeat/backup")).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
		assertThat(status("backup")).isEqualTo("alive");
		later(Duration.ofMinutes(65));
		assertThat(this.sender.news()).hasSize(3);
	}

	@Test
	void staysAliveAsLongAsItBeatsInTime() {
		put("backup", HOURLY);
		for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.POST, HttpMethod.PUT)) {
			for (String path : List.of("heartbeat", "heartbeat/", "heartbeat/backup", "heartbeat/backup/")) {
				later(Duration.ofMinutes(64));
				assertThat(beat(method, path)).hasStatus(200);
			}
		}
		assertThat(this.sender.news()).isEmpty();
	}

	@DisplayName("Check 15: a watchdog that stops opens an incident, the watchdog itself never")
	@Test
	void pagesWhenTheWatchdogStopsAndNeverForTheWatchdogItself() {
		put("watchdog", WATCHDOG);
		for (int i = 0; i < 5; i++) {
			watchdog();
			later(Duration.ofMinutes(5));
		}
		assertThat(this.sender.news()).isEmpty();
		assertThat(status("watchdog")).isEqualTo("alive");
		later(Duration.ofMinutes(1));
		assertThat(this.sender.news()).containsExactly("alert.fired");
		JsonNode labels = this.sender.feed(0).getFirst().get("data").get("alert").get("labels");
		assertThat(labels.get("alertname").asString()).isEqualTo("HeartbeatMissed");
		assertThat(labels.get("severity").asString()).isEqualTo("critical");
		watchdog();
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
	}

	@Test
	void saysNothingWhileItIsPausedAndIsArmedAtTheEnd() {
		put("backup", HOURLY);
		assertThat(post("backup/pause", "{\"reason\": \"moving house\"}")).hasStatus(400);
		assertThat(post("backup/pause", "{\"reason\": \"moving house\", \"until\": \"2026-03-03T12:00:00Z\"}"))
			.hasStatus(200);
		later(Duration.ofHours(24));
		assertThat(this.sender.news()).isEmpty();
		assertThat(status("backup")).isEqualTo("waiting");
		later(Duration.ofMinutes(65));
		assertThat(this.sender.news()).containsExactly("alert.fired");
		post("backup/pause", "{\"reason\": \"still moving\", \"until\": \"2026-03-04T12:00:00Z\"}");
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
		post("backup/resume", "");
		later(Duration.ofMinutes(65));
		assertThat(this.sender.news()).hasSize(3);
	}

	@Test
	void lapsesOnceUnderTwoReplicas() throws Exception {
		for (int i = 0; i < 20; i++) {
			put("job-" + i, HOURLY);
		}
		this.clock.advance(Duration.ofHours(2));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<?> done : List.of(threads.submit(() -> this.watch.runDue(Attendance.PATIENCE)),
					threads.submit(() -> this.watch.runDue(Attendance.PATIENCE)))) {
				done.get();
			}
		}
		assertThat(this.sender.news()).hasSize(20).containsOnly("alert.fired");
	}

	@Test
	void saysWhichHeartbeatsThereAreToASenderThatNamesNone() {
		assertThat(beat(HttpMethod.GET, "heartbeat")).hasStatus(404);
		put("one", HOURLY);
		put("two", HOURLY);
		MvcTestResult refused = beat(HttpMethod.GET, "heartbeat");
		assertThat(refused).hasStatus(404);
		assertThat(Sender.body(refused).get("detail").asString()).contains("one, two");
		assertThat(beat(HttpMethod.GET, "heartbeat/three")).hasStatus(404);
		assertThat(this.http.get().uri("/integrations/v1/alertmanager/nokey/heartbeat")).hasStatus(404);
	}

	@Test
	void endsItsLapseWhenItIsRemoved() {
		put("backup", HOURLY);
		later(Duration.ofHours(2));
		assertThat(this.http.delete().uri("/api/v1/heartbeats/backup").with(Tokens.by("ada", "config:write")))
			.hasStatus(204);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
	}

	@Test
	void isUnchangedByTheSameSpecAndRefusesWhatCannotBe() {
		assertThat(put("backup", HOURLY)).hasStatus(201);
		assertThat(Sender.body(put("backup", HOURLY)).get("action").asString()).isEqualTo("UNCHANGED");
		assertThat(put("backup", HOURLY.replace("prod", "nowhere"))).hasStatus(400);
		assertThat(put("backup", HOURLY.replace("1h", "1s"))).hasStatus(400);
		assertThat(put("any", WATCHDOG.replace("equals\": \"Watchdog", "matches\": \".*"))).hasStatus(400);
	}

	private void later(Duration time) {
		this.clock.advance(time);
		this.watch.runDue(Attendance.PATIENCE);
	}

	private void watchdog() {
		String body = JsonMapper.builder()
			.build()
			.writeValueAsString(Map.of("groupKey", "w", "alerts", List
				.of(Map.of("status", "firing", "labels", Map.of("alertname", "Watchdog", "severity", "none")))));
		assertThat(this.sender.sends(body)).hasStatus(200);
	}

	private MvcTestResult beat(HttpMethod method, String rest) {
		return this.http.method(method).uri(this.sender.path() + rest).exchange();
	}

	private String status(String name) {
		return this.sender.get("/api/v1/heartbeats/" + name, "config:read").get("status").asString();
	}

	private MvcTestResult put(String name, String spec) {
		return this.http.put()
			.uri("/api/v1/heartbeats/" + name)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	private MvcTestResult post(String path, String body) {
		return this.http.post()
			.uri("/api/v1/heartbeats/" + path)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
