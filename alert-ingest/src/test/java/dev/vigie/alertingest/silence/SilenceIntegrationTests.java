package dev.vigie.alertingest.silence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.Sender.Told;
import dev.vigie.alertingest.alert.Sweeper;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

// The clock begins at 2026-03-02T12:00:00Z.
@IntegrationTest
class SilenceIntegrationTests {

	private static final String START = "2026-03-02T11:59:00Z";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SilenceWatch watch;

	@Autowired
	private Sweeper sweeper;

	@Autowired
	private SettableClock clock;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "prod");
	}

	@Test
	void keepsAlertsFromBeingToldAndTellsWhatStillFiresOnce() {
		put("upgrade", until("14:00", "a"));
		this.sender.tells(0, Told.firing("a", START), Told.firing("b", START));
		assertThat(news()).containsExactly("silence.started", "alert.fired");
		assertThat(alert("a").get("mutedBy").asString()).isEqualTo("silence:upgrade");
		assertThat(alert("b").has("mutedBy")).isFalse();
		later(Duration.ofMinutes(119));
		this.sender.tells(0, Told.firing("a", START), Told.firing("b", START));
		assertThat(news()).hasSize(2);
		later(Duration.ofMinutes(1));
		assertThat(news()).containsExactlyInAnyOrder("silence.started", "alert.fired", "silence.ended", "alert.fired");
		assertThat(alert("a").has("mutedBy")).isFalse();
		this.sender.tells(0, Told.firing("a", START));
		later(Duration.ofHours(1));
		assertThat(news()).hasSize(4);
		this.sender.tells(0, Told.resolved("a", START, "2026-03-02T15:00:00Z"));
		assertThat(news()).hasSize(5).endsWith("alert.resolved");
	}

	@Test
	void saysNothingOfWhatBeganAndEndedInItButRemembersIt() {
		put("upgrade", until("14:00", "a"));
		this.sender.tells(0, Told.firing("a", START));
		this.sender.tells(0, Told.resolved("a", START, "2026-03-02T12:10:00Z"));
		later(Duration.ofHours(3));
		assertThat(news()).containsExactly("silence.started", "silence.ended");
		assertThat(alert("a").get("mutedBy").asString()).isEqualTo("silence:upgrade");
		JsonNode history = this.sender.get("/api/v1/silences/upgrade/history", "alerts:read");
		assertThat(history.get("windows").get(0).get("author").asString()).isEqualTo("ada");
		assertThat(history.get("windows").get(0).get("spec").get("reason").asString()).isEqualTo("new disks");
		assertThat(history.get("alerts").get(0).get("labels").get("instance").asString()).isEqualTo("a");
	}

	// Also pages that are open go on, as people know of them already.
	@Test
	void leavesWhatWasToldBeforeItAndPassesItsEnd() {
		this.sender.tells(0, Told.firing("a", START));
		put("upgrade", until("14:00", "a|b"));
		this.sender.tells(0, Told.firing("a", START), Told.firing("b", START));
		assertThat(news()).containsExactly("alert.fired", "silence.started");
		this.sender.tells(0, Told.resolved("a", START, "2026-03-02T12:10:00Z"));
		assertThat(news()).containsExactly("alert.fired", "silence.started", "alert.resolved");
		this.sender.tells(0, Told.firing("a", "2026-03-02T12:20:00Z"));
		assertThat(news()).hasSize(3);
		later(Duration.ofHours(2));
		assertThat(news()).containsOnlyOnce("silence.ended").hasSize(6);
	}

	@Test
	void tellsOnceUnderTwoReplicasAndAnnouncesOnce() throws Exception {
		for (int i = 0; i < 20; i++) {
			put("upgrade-" + i, until("14:00", "m" + i + "-.*"));
		}
		List<Told> all = new ArrayList<>();
		for (int i = 0; i < 400; i++) {
			all.add(Told.firing("m" + (i % 20) + "-" + i, START));
		}
		this.sender.tells(0, all.toArray(Told[]::new));
		this.clock.advance(Duration.ofHours(2));
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (Future<?> done : List.of(threads.submit(this.watch::runDue), threads.submit(this.sweeper::runDue),
					threads.submit(this.sweeper::runDue), threads.submit(this.watch::runDue))) {
				done.get();
			}
		}
		later(Duration.ofSeconds(1));
		assertThat(counted()).containsOnly(entry("silence.started", 20), entry("silence.ended", 20),
				entry("alert.fired", 400));
	}

	@Test
	void goesOnWhereItWasAfterARestart() {
		put("upgrade", until("14:00", "a"));
		this.sender.tells(0, Told.firing("a", START));
		// Nothing ran at its end; then a new process finds it.
		this.clock.advance(Duration.ofHours(9));
		this.sender.tells(0, Told.firing("b", START));
		assertThat(counted()).containsOnly(entry("silence.started", 1), entry("alert.fired", 1));
		this.sweeper.runDue();
		assertThat(counted()).contains(entry("alert.fired", 2));
		later(Duration.ofSeconds(1));
		later(Duration.ofSeconds(1));
		assertThat(counted()).containsOnly(entry("silence.started", 1), entry("silence.ended", 1),
				entry("alert.fired", 2));
	}

	@Test
	void tellsOnlyAtTheEndOfTheLastOfSeveral() {
		put("first", until("13:00", "a"));
		put("second", between("12:30", "14:00", "a"));
		this.sender.tells(0, Told.firing("a", START));
		later(Duration.ofMinutes(61));
		this.sweeper.askAgain();
		assertThat(counted()).doesNotContainKey("alert.fired");
		assertThat(alert("a").get("mutedBy").asString()).isEqualTo("silence:second");
		later(Duration.ofMinutes(60));
		assertThat(counted()).contains(entry("alert.fired", 1), entry("silence.started", 2), entry("silence.ended", 2));
		assertThat(this.sender.get("/api/v1/silences/first/history", "alerts:read").get("alerts")).hasSize(1);
		assertThat(this.sender.get("/api/v1/silences/second/history", "alerts:read").get("alerts")).hasSize(1);
	}

	@Test
	void waitsForItsStart() {
		put("upgrade", between("13:00", "14:00", "a"));
		assertThat(silence("upgrade").get("state").asString()).isEqualTo("pending");
		this.sender.tells(0, Told.firing("a", START));
		assertThat(news()).containsExactly("alert.fired");
		// In force from its start on, whether or not the start was announced.
		this.clock.advance(Duration.ofHours(1));
		assertThat(silence("upgrade").get("state").asString()).isEqualTo("active");
		this.sender.tells(0, Told.resolved("a", START, "2026-03-02T12:50:00Z"));
		this.sender.tells(0, Told.firing("a", "2026-03-02T13:00:00Z"));
		assertThat(news()).containsExactly("alert.fired", "alert.resolved");
		later(Duration.ZERO);
		assertThat(news()).endsWith("silence.started");
		later(Duration.ofHours(1));
		assertThat(silence("upgrade").get("state").asString()).isEqualTo("expired");
	}

	@Test
	void comesAgainAndAgain() {
		put("nightly", """
				{"reason": "backup", "match": [{"label": "instance", "equals": "a"}], "recurrence":
				{"rule": "FREQ=DAILY", "start": "2026-03-01T14:00", "duration": "1h", "timeZone": "Europe/Paris"}}""");
		for (int day = 0; day < 3; day++) {
			assertThat(silence("nightly").get("state").asString()).isEqualTo("pending");
			later(Duration.ofHours(1));
			this.sender.tells(0, Told.firing("a", this.clock.instant().toString()));
			later(Duration.ofHours(1));
			this.sender.tells(0, Told.resolved("a", START, this.clock.instant().toString()));
			later(Duration.ofHours(22));
		}
		assertThat(counted()).containsOnly(entry("silence.started", 3), entry("silence.ended", 3),
				entry("alert.fired", 3), entry("alert.resolved", 3));
		assertThat(this.sender.get("/api/v1/silences/nightly/history", "alerts:read").get("windows")).hasSize(3);
	}

	@Test
	void isEndedByHandAndStaysSoUntilItsDocumentSaysSomethingElse() {
		put("upgrade", until("14:00", "a"));
		this.sender.tells(0, Told.firing("a", START));
		later(Duration.ofMinutes(10));
		JsonNode ended = Sender.body(post("upgrade/expire", ""));
		assertThat(ended.get("state").asString()).isEqualTo("expired");
		assertThat(ended.get("endedBy").asString()).isEqualTo("ada");
		later(Duration.ofSeconds(1));
		assertThat(counted()).containsOnly(entry("silence.started", 1), entry("silence.ended", 1),
				entry("alert.fired", 1));
		assertThat(Sender.body(put("upgrade", until("14:00", "a"))).get("action").asString()).isEqualTo("UNCHANGED");
		assertThat(silence("upgrade").get("state").asString()).isEqualTo("expired");
		put("upgrade", until("15:00", "a"));
		assertThat(silence("upgrade").get("state").asString()).isEqualTo("active");
	}

	@Test
	void endsOneWindowOrTheSeries() {
		put("nightly", """
				{"reason": "backup", "match": [{"label": "instance", "equals": "a"}], "recurrence":
				{"rule": "FREQ=DAILY", "start": "2026-03-01T13:00", "duration": "1h", "timeZone": "Europe/Paris"}}""");
		assertThat(silence("nightly").get("state").asString()).isEqualTo("active");
		post("nightly/expire", "");
		assertThat(silence("nightly").get("state").asString()).isEqualTo("pending");
		assertThat(silence("nightly").get("startsAt").asString()).isEqualTo("2026-03-03T12:00:00Z");
		assertThat(post("nightly/expire", "")).hasStatus(409);
		later(Duration.ofHours(24));
		assertThat(silence("nightly").get("state").asString()).isEqualTo("active");
		later(Duration.ofHours(2));
		assertThat(post("nightly/expire", "{\"series\": true}")).hasStatus(200);
		later(Duration.ofHours(48));
		assertThat(counted()).containsOnly(entry("silence.started", 2), entry("silence.ended", 2));
		JsonNode windows = this.sender.get("/api/v1/silences/nightly/history", "alerts:read").get("windows");
		assertThat(windows.get(0).has("endedBy")).isFalse();
		assertThat(windows.get(1).get("endedBy").asString()).isEqualTo("ada");
	}

	@Test
	void isMadeInAHurryWithoutAName() {
		MvcTestResult made = post("", """
				{"reason": "flapping", "duration": "2h", "match": [{"label": "instance", "equals": "a"}]}""");
		assertThat(made).hasStatus(201);
		JsonNode silence = Sender.body(made);
		assertThat(silence.get("state").asString()).isEqualTo("active");
		assertThat(silence.get("endsAt").asString()).isEqualTo("2026-03-02T14:00:00Z");
		assertThat(silence.get("author").asString()).isEqualTo("ada");
		assertThat(silence.get("adHoc").asBoolean()).isTrue();
		assertThat(made.getResponse().getHeader("Location"))
			.isEqualTo("/api/v1/silences/" + silence.get("name").asString());
		assertThat(this.sender.get("/api/v1/silences?state=active", "alerts:read").get("items")).hasSize(1);
		assertThat(this.sender.get("/api/v1/silences?state=expired", "alerts:read").get("items")).isEmpty();
	}

	@Test
	void knowsWhereAnAlertCameFrom() {
		Sender other = Sender.integratedAs(this.http, "staging");
		put("staging", """
				{"reason": "rebuilt", "endsAt": "2026-03-02T14:00:00Z",
				"match": [{"label": "vigie_integration", "equals": "staging"}]}""");
		other.tells(0, Told.firing("a", START));
		this.sender.tells(0, Told.firing("a", START));
		assertThat(counted()).containsOnly(entry("silence.started", 1), entry("alert.fired", 1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"label\": \"instance\", \"matches\": \".*\"}",
			"{\"label\": \"instance\", \"notEquals\": \"a\"}", "{\"label\": \"instance\", \"equals\": \"\"}",
			"{\"label\": \"instance\", \"notMatches\": \"a|b\"}" })
	void asksForConfirmationBeforeItSilencesEverything(String matcher) {
		String body = "{\"reason\": \"moving\", \"duration\": \"1h\", \"match\": [%s] %s}";
		assertThat(post("", body.formatted(matcher, ""))).hasStatus(400);
		assertThat(post("", body.formatted(matcher, ", \"everything\": true"))).hasStatus(201);
	}

	@Test
	void refusesWhatCannotBe() {
		String good = until("14:00", "a");
		assertThat(put("upgrade", good.replace("\"new disks\"", "\"\""))).hasStatus(400);
		assertThat(put("upgrade", good.replace("\"new disks\"", "\"   \""))).hasStatus(400);
		assertThat(put("upgrade", good.replace("\"reason\": \"new disks\", ", ""))).hasStatus(400);
		assertThat(put("upgrade", good.replace("\"endsAt\": \"2026-03-02T14:00:00Z\", ", ""))).hasStatus(400);
		assertThat(put("upgrade", good.replace("2026-03-02T14", "+999999999-03-02T14"))).hasStatus(400);
		assertThat(put("upgrade", good.replace("instance", "in\\u0000stance"))).hasStatus(400);
		assertThat(put("Upgrade", good)).hasStatus(400);
		assertThat(post("", good.replace("2026-03-02T14", "2026-03-02T11"))).hasStatus(400);
		assertThat(post("", good.replace("}]", "}], \"duration\": \"1h\""))).hasStatus(400);
		assertThat(post("none/expire", "")).hasStatus(404);
		assertThat(this.http.get().uri("/api/v1/silences?state=loud").with(Tokens.by("ada", "alerts:read")))
			.hasStatus(400);
		assertThat(this.http.put()
			.uri("/api/v1/silences/upgrade")
			.with(Tokens.by("ada", "alerts:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(good)).hasStatus(403);
		assertThat(news()).isEmpty();
	}

	@Test
	void endsWhenItIsRemovedAndCountsItsVersionsOn() {
		put("upgrade", until("14:00", "a"));
		this.sender.tells(0, Told.firing("a", START));
		assertThat(this.http.delete().uri("/api/v1/silences/upgrade").with(Tokens.by("bob", "silences:write")))
			.hasStatus(204);
		later(Duration.ofSeconds(1));
		assertThat(counted()).containsOnly(entry("silence.started", 1), entry("silence.ended", 1),
				entry("alert.fired", 1));
		assertThat(this.sender.get("/api/v1/silences", "alerts:read").get("items")).isEmpty();
		assertThat(Sender.body(put("upgrade", until("14:00", "a"))).get("version").asInt()).isEqualTo(1);
	}

	@Test
	void saysWhichHoldsForAnAlertNow() {
		put("first", until("13:00", "a"));
		put("second", until("14:00", "a|b"));
		put("later", between("13:00", "14:00", "c"));
		put("all", """
				{"reason": "rebuilt", "endsAt": "2026-03-02T12:30:00Z",
				"match": [{"label": "vigie_integration", "equals": "staging"}]}""");
		MvcTestResult answer = post("in-force", """
				{"integration": "prod", "alerts": [{"instance": "a"}, {"instance": "c"}, {"instance": "b"}, {}]}""");
		assertThat(answer).hasStatus(200);
		assertThat(Sender.body(answer).get("items").toString()).isEqualTo("[{%1$s},{},{%1$s},{}]".formatted(
				"\"silence\":{\"name\":\"second\",\"reason\":\"new disks\"," + "\"endsAt\":\"2026-03-02T14:00:00Z\"}"));
		assertThat(Sender.body(post("in-force", "{\"integration\": \"staging\", \"alerts\": [{}]}")).toString())
			.contains("rebuilt");
		assertThat(post("in-force", "{\"integration\": \"prod\"}")).hasStatus(400);
		assertThat(post("in-force", "{\"integration\": \"prod\", \"alerts\": [null]}")).hasStatus(400);
		assertThat(post("in-force", "{\"integration\": \"prod\", \"alerts\": [{\"instance\": null}]}")).hasStatus(400);
	}

	@Test
	void namesTheChannelsToTell() {
		String spec = until("14:00", "a").replace("{\"reason", "{\"announce\": [\"ops\", \"chat\"], \"reason");
		JsonNode made = Sender.body(put("upgrade", spec));
		assertThat(made.get("references").valueStream().map((reference) -> reference.get("field").asString()))
			.containsExactly("announce[0]", "announce[1]");
		later(Duration.ofHours(2));
		assertThat(this.sender.feed(0))
			.extracting((event) -> event.get("data").get("silence").get("announce").toString())
			.containsExactly("[\"ops\",\"chat\"]", "[\"ops\",\"chat\"]");
		assertThat(put("upgrade", spec.replace("\"chat\"", "\"No Channel\""))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("announce[1]");
		assertThat(put("upgrade", spec.replace("\"chat\"", "null"))).hasStatus(400);
	}

	@Test
	void isForgottenLongAfterItsEnd() {
		post("", until("14:00", "a"));
		put("named", until("14:00", "a"));
		later(Duration.ofHours(2));
		later(Duration.ofDays(89));
		this.watch.forgetOld();
		assertThat(this.sender.get("/api/v1/silences", "alerts:read").get("items")).hasSize(2);
		later(Duration.ofDays(2));
		this.watch.forgetOld();
		assertThat(this.sender.get("/api/v1/silences", "alerts:read").get("items")).hasSize(1);
	}

	@Test
	void showsWhatItWouldHit() {
		this.sender.tells(0, Told.firing("a1", START), Told.firing("a2", START), Told.firing("b", START));
		this.sender.tells(0, Told.resolved("a2", START, "2026-03-02T12:00:00Z"));
		this.clock.advance(Duration.ofDays(8));
		put("other", until("14:00", "a3").replace("03-02", "03-12"));
		this.sender.tells(0, Told.firing("a3", "2026-03-10T12:00:00Z"));
		JsonNode preview = Sender.body(post("preview", """
				{"match": [{"label": "instance", "matches": "a."}], "recurrence": {"rule": "FREQ=WEEKLY;BYDAY=SU",
				"start": "2026-03-01T02:00", "duration": "2h", "timeZone": "Europe/Paris"}}"""));
		assertThat(preview.get("everything").asBoolean()).isFalse();
		assertThat(preview.get("firing").get("count").asInt()).isEqualTo(2);
		assertThat(preview.get("firing").get("told").asInt()).isEqualTo(1);
		assertThat(preview.get("firing").get("alerts")).hasSize(2);
		assertThat(preview.get("lastDays").get("count").asInt()).isEqualTo(2);
		assertThat(preview.get("lastDays").get("of").asInt()).isEqualTo(3);
		assertThat(preview.get("windows")).hasSize(10);
		assertThat(preview.get("windows").get(2).get("startsAt").asString()).isEqualTo("2026-03-29T03:00:00+02:00");
		assertThat(preview.get("windows").get(3).get("startsAt").asString()).isEqualTo("2026-04-05T02:00:00+02:00");
		assertThat(Sender.body(post("preview", "{\"match\": []}")).get("everything").asBoolean()).isTrue();
		assertThat(post("preview", "{}")).hasStatus(400);
		assertThat(this.sender.news()).hasSize(5);
	}

	private void later(Duration time) {
		this.clock.advance(time);
		this.watch.runDue();
		this.sweeper.runDue();
	}

	private List<String> news() {
		return this.sender.news();
	}

	private Map<String, Integer> counted() {
		return news().stream().collect(Collectors.toMap((type) -> type, (_) -> 1, Integer::sum));
	}

	private static Map.Entry<String, Integer> entry(String type, int count) {
		return Map.entry(type, count);
	}

	private JsonNode alert(String instance) {
		return this.sender.get("/api/v1/alerts", "alerts:read")
			.get("items")
			.valueStream()
			.filter((alert) -> alert.get("labels").get("instance").asString().equals(instance))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode silence(String name) {
		return this.sender.get("/api/v1/silences/" + name, "alerts:read");
	}

	private static String until(String end, String instances) {
		return """
				{"reason": "new disks", "endsAt": "2026-03-02T%s:00Z", "match": [{"label": "instance", "matches": "%s"}]}"""
			.formatted(end, instances);
	}

	private static String between(String start, String end, String instances) {
		return until(end, instances).replace("{\"reason",
				"{\"startsAt\": \"2026-03-02T%s:00Z\", \"reason".formatted(start));
	}

	private MvcTestResult put(String name, String spec) {
		return this.http.put()
			.uri("/api/v1/silences/" + name)
			.with(Tokens.by("ada", "silences:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec)
			.exchange();
	}

	private MvcTestResult post(String path, String body) {
		return this.http.post()
			.uri("/api/v1/silences" + (path.isEmpty() ? "" : "/" + path))
			.with(Tokens.by("ada", "silences:write", "alerts:read"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
