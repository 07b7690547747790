package dev.vigie.alertingest.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.Sender.Told;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@IntegrationTest
class AlertmanagerWebhookIntegrationTests {

	private static final String NINE = "2026-03-02T09:00:00Z";

	private static final String TEN = "2026-03-02T10:00:00Z";

	private static final String ELEVEN = "2026-03-02T11:00:00Z";

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
	void becomesEventsOfTheFeed() {
		MvcTestResult result = this.sender.sends(Fixtures.bytes("alertmanager/webhook-v4-firing-two"));
		assertThat(result).hasStatus(200).bodyJson().isStrictlyEqualTo("{\"accepted\": 2}");
		JsonNode event = this.sender.feed(0).getFirst();
		assertThat(event.get("type").asString()).isEqualTo("dev.vigie.alert.fired");
		assertThat(event.get("subject").asString())
			.isEqualTo("prod/5ff256b5035e81a4138e7b7487250edc0f880871b33e4e1e4a995bdef159fcd6");
		JsonNode alert = event.get("data").get("alert");
		assertThat(alert.get("fingerprint").asString()).isEqualTo("81b3b7502b637d02");
		assertThat(alert.get("status").asString()).isEqualTo("firing");
		assertThat(alert.get("endsAt").isNull()).isTrue();
		assertThat(alert.get("receivedAt").asString()).isEqualTo("2026-03-02T12:00:00Z");
		assertThat(alert.get("generatorUrl").asString()).startsWith("http://prom.example:9090/");
		assertThat(event.get("data").get("integration").toString())
			.isEqualTo("{\"name\":\"prod\",\"team\":\"rewapp\",\"type\":\"alertmanager\"}");
		assertThat(event.get("data").get("group").get("hidden").asInt()).isZero();
		assertThat(event.get("data").get("group").get("labels").get("cluster").asString()).isEqualTo("eu-west-1");
	}

	@DisplayName("Check 1: a truncated message that says resolved keeps its hidden alerts open")
	@Test
	void keepsTheHiddenAlertsOfATruncatedGroupThatSaysResolved() {
		this.sender.tells("alertmanager/webhook-v4-truncated-firing");
		this.sender.tells("alertmanager/webhook-v4-truncated-status-trap");
		List<JsonNode> feed = this.sender.feed(0);
		assertThat(feed)
			.allSatisfy((event) -> assertThat(event.get("data").get("group").get("hidden").asInt()).isEqualTo(3));
	}

	@Test
	void tellsOfHiddenAlertsAloneOnlyWhenTheirNumberChanges() {
		this.sender.tells(0, Told.firing("n0", NINE));
		this.sender.tells(3, Told.firing("n0", NINE));
		this.sender.tells(3, Told.firing("n0", NINE));
		this.sender.tells(4, Told.resolved("n0", NINE, TEN));
		this.sender.tells(0);
		assertThat(this.sender.news()).containsExactly("alert.fired", "group.truncated", "alert.resolved",
				"group.truncated");
		JsonNode last = this.sender.feed(3).getFirst().get("data");
		assertThat(last.get("alert").isNull()).isTrue();
		assertThat(last.get("group").get("hidden").asInt()).isZero();
	}

	@DisplayName("Check 2: the same body twice, also at the same moment, is one episode")
	@Test
	void countsTheSameBodyOnce() {
		this.sender.tells("alertmanager/webhook-v4-firing-two");
		this.sender.tells("alertmanager/webhook-v4-firing-two");
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.fired");
		assertThat(count("alert")).isEqualTo(2);
		assertThat(count("alert_episode")).isEqualTo(2);
		assertThat(count("delivery")).isEqualTo(2);
	}

	@DisplayName("Check 2: the same body twice, also at the same moment, is one episode")
	@Test
	void countsTheSameBodyOnceWhenTwoPeersSendItAtTheSameMoment() throws Exception {
		for (int round = 0; round < 10; round++) {
			String body = storm("round-" + round, 300);
			atOnce(List.of(() -> this.sender.sends(body), () -> this.sender.sends(body)));
		}
		assertThat(count("alert")).isEqualTo(3000);
		assertThat(count("feed_event")).isEqualTo(3000);
		assertThat(count("alert_episode")).isEqualTo(3000);
	}

	@Test
	void countsAnAlertOnceThatIsInTwoGroupsDeliveredAtTheSameMoment() throws Exception {
		for (int round = 0; round < 10; round++) {
			String body = storm("round-" + round, 300);
			String other = body.replace("{}:{alertname", "{}/{team=\\\"b\\\"}:{alertname");
			assertThat(other).isNotEqualTo(body);
			atOnce(List.of(() -> this.sender.sends(body), () -> this.sender.sends(other)));
		}
		assertThat(count("alert")).isEqualTo(3000);
		assertThat(count("feed_event")).isEqualTo(3000);
	}

	@DisplayName("Check 4: the end of an alert that was never seen opens nothing")
	@Test
	void storesClosedAndTellsNobodyWhatWasNeverSeenFiring() {
		this.sender.tells("alertmanager/webhook-v4-resolved");
		assertThat(this.sender.news()).isEmpty();
		JsonNode alerts = this.sender.get("/api/v1/alerts?status=resolved", "alerts:read");
		assertThat(alerts.get("items")).hasSize(1);
	}

	@DisplayName("Check 5: firing again with an old start after its end reopens")
	@Test
	void firesAgainWithAnOldStart() {
		this.sender.tells(0, Told.firing("n0", NINE));
		this.sender.tells(0, Told.resolved("n0", NINE, TEN));
		this.sender.tells(0, Told.firing("n0", NINE));
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved", "alert.fired");
		assertThat(this.sender.feed(2).getFirst().get("data").get("alert").get("startsAt").asString()).isEqualTo(NINE);
		assertThat(this.jdbc.sql("select count(*) from alert_episode where ends_at is null").query(Long.class).single())
			.isEqualTo(1);
	}

	@Test
	void beginsANewEpisodeWithALaterStart() {
		this.sender.tells(0, Told.firing("n0", NINE));
		this.sender.tells(0, Told.resolved("n0", NINE, TEN));
		this.sender.tells(0, Told.firing("n0", ELEVEN));
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved", "alert.fired");
		assertThat(count("alert")).isEqualTo(1);
		assertThat(count("alert_episode")).isEqualTo(2);
	}

	@DisplayName("Check 6: alerts carry over when their group key changes, and the old group closes with them")
	@Test
	void carriesAlertsOverToANewGroupKey() {
		this.sender.tells("alertmanager/webhook-v4-firing-two");
		String moved = text("alertmanager/webhook-v4-firing-two").replace("{}/{case=", "{}/{team=\\\"dba\\\"}/{case=");
		assertThat(this.sender.sends(moved)).hasStatus(200);
		assertThat(this.sender.news()).hasSize(2);
		assertThat(count("alert")).isEqualTo(2);
	}

	@DisplayName("Check 6: alerts carry over when their group key changes, and the old group closes with them")
	@Test
	void givesUpTheHiddenAlertsOfAGroupThatItsLastFiringAlertLeft() {
		assertThat(this.sender.sends(group("old", "{\"team\": \"dba\"}", 3, "n1", "n2"))).hasStatus(200);
		assertThat(this.sender.sends(group("new", "{\"team\": \"web\"}", 0, "n1"))).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.fired");
		assertThat(this.sender.sends(group("new", "{\"team\": \"web\"}", 0, "n1", "n2"))).hasStatus(200);
		assertThat(this.sender.news()).endsWith("alert.fired", "group.truncated").hasSize(3);
		JsonNode event = this.sender.feed(2).getFirst();
		assertThat(event.get("subject").asString()).isEqualTo(this.sender.feed(0).getFirst().get("subject").asString());
		JsonNode group = event.get("data").get("group");
		assertThat(group.get("key").asString()).isEqualTo("old");
		assertThat(group.get("labels").get("team").asString()).isEqualTo("dba");
		assertThat(group.get("hidden").asInt()).isZero();
		assertThat(this.sender.sends(group("new", "{\"team\": \"web\"}", 0, "n1", "n2"))).hasStatus(200);
		assertThat(this.sender.news()).hasSize(3);
	}

	@DisplayName("Check 1: a truncated message that says resolved keeps its hidden alerts open")
	@Test
	void keepsTheHiddenAlertsWhenTheSameLabelsGoOnUnderAnotherKey() {
		assertThat(this.sender.sends(group("old", "{\"team\": \"dba\"}", 3, "n1"))).hasStatus(200);
		assertThat(this.sender.sends(group("new", "{\"team\": \"dba\"}", 2, "n1"))).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired", "group.truncated", "group.truncated");
		assertThat(this.sender.feed(1))
			.allSatisfy((event) -> assertThat(event.get("data").get("group").get("hidden").asInt()).isEqualTo(2));
	}

	@DisplayName("Check 7: a missing fingerprint is computed as Alertmanager does")
	@Test
	void knowsAnAlertWithAndWithoutItsFingerprint() {
		this.sender.tells("alertmanager/webhook-v4-firing-two");
		this.sender.tells("alertmanager/webhook-v4-no-fingerprint");
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.fired");
		assertThat(count("alert")).isEqualTo(2);
	}

	@DisplayName("Check 8: an end in the year 1 or in the future still fires")
	@ParameterizedTest
	@ValueSource(strings = { "0001-01-01T00:00:00Z", "2026-03-02T12:04:00Z" })
	void keepsFiringWithAnEndThatHasNotCome(String endsAt) {
		assertThat(this.sender.sends("""
				{"groupKey": "g", "alerts": [{"labels": {"a": "b"}, "startsAt": "%s", "endsAt": "%s"}]}
				""".formatted(NINE, endsAt))).hasStatus(200);
		assertThat(this.sender.get("/api/v1/alerts?status=firing", "alerts:read").get("items")).hasSize(1);
	}

	@DisplayName("Check 9: labels or fields in another order are the same alert")
	@Test
	void knowsAnAlertWhateverTheOrderOfItsLabelsAndFields() {
		assertThat(this.sender.sends("""
				{"groupKey": "g", "alerts": [{"status": "firing", "labels": {"a": "1", "b": "2"}, "startsAt": "%s"}]}
				""".formatted(NINE))).hasStatus(200);
		assertThat(this.sender.sends("""
				{"alerts": [{"startsAt": "%s", "labels": {"b": "2", "a": "1"}, "status": "firing"}], "groupKey": "g"}
				""".formatted(NINE))).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired");
	}

	@DisplayName("Check 10: whatever people write into labels is stored or refused, and escaped where it is shown")
	@Test
	void storesWhateverPeopleWriteIntoLabels() {
		this.sender.tells("alertmanager/webhook-v4-unicode-quotes");
		this.sender.tells("malformed/nul-and-controls");
		this.sender.tells("malformed/lone-surrogate");
		assertThat(this.sender.news()).hasSize(3);
		JsonNode deliveries = this.sender.get("/api/v1/integrations/prod/deliveries", "config:read").get("items");
		assertThat(deliveries.valueStream().filter((one) -> !one.get("note").isNull()).count()).isEqualTo(2);
	}

	@Test
	void tellsOfOtherAnnotations() {
		this.sender.tells("alertmanager/webhook-v4-firing-two");
		String worse = text("alertmanager/webhook-v4-firing-two").replace("Postgres pg-1 is down",
				"Postgres pg-1 is lost");
		assertThat(this.sender.sends(worse)).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.fired", "alert.updated");
	}

	@DisplayName("Check 11: ten thousand alerts in one body and fifty groups at once are taken and open few incidents")
	@Test
	void takesTenThousandAlertsInOneBody() {
		String body = storm("storm", 10_000);
		assertThat(body.length()).isGreaterThan(4_000_000);
		assertThat(this.sender.sends(body)).hasStatus(200).bodyJson().isStrictlyEqualTo("{\"accepted\": 10000}");
		assertThat(this.sender.sends(body)).hasStatus(200);
		assertThat(this.sender.sends(body.replace("\"firing\"", "\"resolved\""))).hasStatus(200);
		assertThat(count("alert")).isEqualTo(10_000);
		assertThat(count("feed_event")).isEqualTo(20_000);
	}

	@DisplayName("Check 11: ten thousand alerts in one body and fifty groups at once are taken and open few incidents")
	@Test
	void takesFiftyGroupsAtOnce() throws Exception {
		List<Callable<MvcTestResult>> senders = new ArrayList<>();
		for (int group = 0; group < 50; group++) {
			String body = storm("group-" + group, 200);
			senders.add(() -> sendsUntilItIsTaken(body));
		}
		atOnce(senders);
		assertThat(count("alert")).isEqualTo(10_000);
		assertThat(count("feed_event")).isEqualTo(10_000);
		assertThat(this.jdbc.sql("select count(distinct subject) from feed_event").query(Long.class).single())
			.isEqualTo(50);
	}

	@ParameterizedTest
	@CsvSource({ "cut-off, 400", "empty-body, 400", "top-level-array, 400", "alerts-is-object, 400",
			"unknown-status, 400", "bad-timestamps, 400", "invalid-utf8, 400", "deep-nesting, 400", "huge-number, 400",
			"label-values-not-strings, 200", "null-maps, 200", "extreme-timestamps, 200", "duplicate-keys, 200",
			"nul-and-controls, 200", "lone-surrogate, 200" })
	void leavesATraceOfEveryBody(String fixture, int status) {
		MvcTestResult result = this.sender.sends(Fixtures.bytes("malformed/" + fixture));
		assertThat(result).hasStatus(status);
		JsonNode delivery = this.sender.get("/api/v1/integrations/prod/deliveries", "config:read").get("items").get(0);
		assertThat(delivery.get("outcome").asString()).isEqualTo((status == 200) ? "accepted" : "refused");
		assertThat(delivery.get("reason").isNull()).isEqualTo(status == 200);
		if (status == 400) {
			assertThat(Sender.body(result).get("errors")).hasSize(1);
			assertThat(this.sender.news()).isEmpty();
		}
	}

	@Test
	void refusesABodyOverTheLimit() {
		byte[] body = new byte[32 * 1024 * 1024 + 1];
		MvcTestResult result = this.sender.sends(body);
		assertThat(result).hasStatus(413);
		assertThat(Sender.body(result).get("type").asString()).isEqualTo("/problems/too-large");
		JsonNode delivery = this.sender.get("/api/v1/integrations/prod/deliveries", "config:read").get("items").get(0);
		assertThat(delivery.get("outcome").asString()).isEqualTo("refused");
		assertThat(delivery.get("size").asLong()).isEqualTo(body.length);
	}

	@Test
	void saysNothingAboutAnUnknownKey() {
		MvcTestResult result = this.http.post().uri("/integrations/v1/alertmanager/guessed/").content("{}").exchange();
		assertThat(result).hasStatus(404);
		assertThat(Sender.body(result).get("detail").asString()).isEqualTo("There is nothing here");
		assertThat(this.http.post().uri(this.sender.path().replace("alertmanager", "grafana")).content("{}"))
			.hasStatus(404);
		assertThat(count("delivery")).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain; charset=UTF-8", "application/x-www-form-urlencoded", "multipart/form-data",
			"nonsense", "application/json;charset=ISO-8859-1" })
	void readsJsonWhateverTheContentTypeSays(String contentType) {
		assertThat(this.http.put()
			.uri(this.sender.path().replaceFirst("/$", ""))
			.header("Content-Type", contentType)
			.content(Fixtures.bytes("alertmanager/webhook-v4-firing-two"))).hasStatus(200);
		assertThat(
				this.http.post().uri(this.sender.path()).content(Fixtures.bytes("alertmanager/webhook-v4-firing-two")))
			.hasStatus(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer s3cret", "Basic YWxlcnRtYW5hZ2VyOnMzY3JldA==", "ApiKey x" })
	void doesNotMindTheSendersOwnCredentials(String authorization) {
		assertThat(this.http.post()
			.uri(this.sender.path())
			.header("Authorization", authorization)
			.content(Fixtures.bytes("alertmanager/webhook-v4-firing-two"))).hasStatus(200);
	}

	// As Alertmanager does after a 503.
	private MvcTestResult sendsUntilItIsTaken(String body) {
		return await().atMost(Duration.ofMinutes(2))
			.until(() -> this.sender.sends(body), (result) -> result.getResponse().getStatus() != 503);
	}

	private void atOnce(List<Callable<MvcTestResult>> peers) throws Exception {
		CyclicBarrier start = new CyclicBarrier(peers.size());
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<MvcTestResult>> results = new ArrayList<>();
			for (Callable<MvcTestResult> peer : peers) {
				results.add(threads.submit(() -> {
					start.await();
					return peer.call();
				}));
			}
			for (Future<MvcTestResult> result : results) {
				assertThat(result.get()).hasStatus(200);
			}
		}
	}

	private static String group(String key, String labels, int hidden, String... instances) {
		String alerts = Stream.of(instances)
			.map((instance) -> """
					{"status": "firing", "labels": {"alertname": "Down", "instance": "%s"}, "startsAt": "%s"}"""
				.formatted(instance, NINE))
			.collect(Collectors.joining(","));
		return """
				{"version": "4", "groupKey": "%s", "groupLabels": %s, "truncatedAlerts": %d, "alerts": [%s]}"""
			.formatted(key, labels, hidden, alerts);
	}

	private static String storm(String name, int alerts) {
		StringBuilder body = new StringBuilder("""
				{"version": "4", "groupKey": "{}:{alertname=\\"%s\\"}", "status": "firing", "alerts": ["""
			.formatted(name));
		for (int i = 0; i < alerts; i++) {
			body.append(i == 0 ? "" : ",")
				.append("""
						{"status": "firing", "labels": {"alertname": "%1$s", "instance": "node-%2$05d.example:9100",
						 "job": "node", "severity": "critical", "cluster": "eu-west-1", "namespace": "payments",
						 "pod": "checkout-%2$05d-7d9c8bbf5-x2v9p"}, "annotations": {"summary": "Node %2$d is away",
						 "description": "No scrape for two minutes, the last one said that all was well"},
						 "startsAt": "2026-03-02T09:00:00.123456Z", "endsAt": "0001-01-01T00:00:00Z",
						 "generatorURL": "http://prom.example:9090/graph?g0.expr=up+%%3D%%3D+0&g0.tab=1"}"""
					.formatted(name, i));
		}
		return body.append("]}").toString();
	}

	private static String text(String fixture) {
		return new String(Fixtures.bytes(fixture), StandardCharsets.UTF_8);
	}

	private long count(String table) {
		return this.jdbc.sql("select count(*) from " + table).query(Long.class).single();
	}

}
