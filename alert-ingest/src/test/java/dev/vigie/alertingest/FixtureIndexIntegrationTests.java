package dev.vigie.alertingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.sender.sns.Amazon;
import dev.vigie.alertingest.sender.sns.FakeAmazon;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every fixture is read as the index says, over HTTP and down to the database.
 */
@IntegrationTest
@Import(Amazon.class)
class FixtureIndexIntegrationTests {

	/**
	 * What is no delivery: answers of ours and keys, each with a test of its own.
	 */
	private static final Set<String> TOOLS = Set.of("pagerduty/responses", "opsgenie/responses", "sns/signing-cert",
			"vectors/signatures");

	/**
	 * Answers to what is sent to people, for whose channels this program is not there.
	 */
	private static final Set<String> CALLBACKS = Set.of("slack/block-actions", "twilio/sms-status-callback");

	@Autowired
	private MockMvcTester http;

	@Autowired
	private FakeAmazon amazon;

	@Autowired
	private SettableClock clock;

	@BeforeEach
	void forget() {
		this.amazon.forget();
	}

	static List<IndexedFixture> deliveries() {
		return IndexedFixture.all()
			.stream()
			.filter((fixture) -> !TOOLS.contains(fixture.file()) && !CALLBACKS.contains(fixture.file()))
			.toList();
	}

	@ParameterizedTest
	@MethodSource("deliveries")
	void isReadAsTheIndexSays(IndexedFixture fixture) {
		this.clock.set(fixture.comesAt());
		FixtureSender sender = FixtureSender.of(this.http, fixture);
		if (fixture.expect().containsKey("heartbeat")) {
			watchOver();
		}
		String before = fixture.comesAfter();
		if (before != null) {
			assertThat(sender.send(named(before))).hasStatus2xxSuccessful();
		}
		MvcTestResult answer = sender.send(fixture);
		assertThat(fixture.expect()).as("what is expected of %s", fixture).isNotEmpty();
		if (!fixture.expect().containsKey("http")) {
			assertThat(answer).hasStatus2xxSuccessful();
		}
		Outcome outcome = new Outcome(fixture, sender, answer, this.amazon);
		fixture.expect().forEach(outcome::check);
	}

	@Test
	void knowsEveryFileAndNoOther() throws IOException {
		Path root = Path.of("src/test/resources/fixtures");
		try (Stream<Path> files = Files.walk(Files.exists(root) ? root : Path.of("alert-ingest").resolve(root))) {
			Set<String> stored = files.filter((file) -> file.toString().endsWith(".json"))
				.map((file) -> file.getParent().getFileName() + "/"
						+ file.getFileName().toString().replace(".json", ""))
				.filter((file) -> !file.endsWith("/INDEX"))
				.collect(Collectors.toSet());
			assertThat(IndexedFixture.all()).extracting(IndexedFixture::file)
				.containsExactlyInAnyOrderElementsOf(stored);
		}
	}

	@Test
	void expectsNothingOnlyOfWhatIsNoDelivery() {
		assertThat(IndexedFixture.all().stream().filter((fixture) -> fixture.expect().isEmpty()))
			.extracting(IndexedFixture::file)
			.containsExactlyInAnyOrderElementsOf(TOOLS);
	}

	private void watchOver() {
		assertThat(this.http.put()
			.uri("/api/v1/heartbeats/watchdog")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"integration": "indexed", "interval": "5m",
					"match": [{"label": "alertname", "equals": "Watchdog"}]}""")).hasStatus(201);
	}

	private static IndexedFixture named(String file) {
		return IndexedFixture.all().stream().filter((fixture) -> fixture.file().equals(file)).findFirst().orElseThrow();
	}

	/**
	 * What came of a fixture, held against one expectation after the other.
	 */
	private record Outcome(IndexedFixture fixture, FixtureSender from, MvcTestResult answer, FakeAmazon amazon) {

		private static final Pattern STATUS = Pattern.compile("\\b[245]\\d\\d\\b");

		void check(String name, JsonNode expected) {
			switch (name) {
				case "status" -> checkStatus(expected);
				case "http" -> checkHttp(expected);
				case "firing" -> checkCount("firing", isTest() ? 0 : expected.asInt());
				case "resolved" -> checkCount("resolved", expected.asInt());
				case "truncated" -> assertThat(hidden()).isEqualTo(expected.asInt());
				case "groupStillFiring" -> assertThat(hidden()).isPositive();
				case "accept" -> assertThat(log().get("outcome").asString()).isEqualTo("accepted");
				case "fingerprints" -> assertThat(alerts("firing")).extracting((alert) -> alert.get("fingerprint"))
					.containsExactlyInAnyOrderElementsOf(expected.valueStream().toList());
				case "dedup" -> assertThat(alerts("")).singleElement()
					.satisfies((alert) -> assertThat(alert.get("fingerprint").asString())
						.contains(expected.asString().split(" ")[1]));
				case "action" -> checkAction(expected.asString());
				case "dedupKeyIsSha256OfGroupKey", "generatedDedupKey" -> checkKey(name);
				case "errors" -> assertThat(Sender.body(this.answer).get("errors")).isNotEmpty();
				default -> checkSpecial(name, expected.asString());
			}
		}

		private void checkSpecial(String name, String expected) {
			switch (name) {
				case "heartbeat" -> {
					assertThat(this.from.sender()
						.get("/api/v1/heartbeats/watchdog", "config:read")
						.get("status")
						.asString()).isEqualTo("alive");
					assertThat(this.from.sender().news()).isEmpty();
				}
				case "noData" -> assertThat(label("vigie_kind")).isEqualTo("no-data");
				case "datasourceError" -> assertThat(label("vigie_kind")).isEqualTo("error");
				case "test" -> {
					assertThat(log().get("note").asString()).contains("test");
					assertThat(this.from.sender().news()).isEmpty();
				}
				case "legacy" -> assertThat(alerts("firing")).hasSize(1);
				case "plainText" -> assertThat(alerts("firing")).hasSize(1);
				case "state" -> assertThat(alerts("OK".equals(expected) ? "resolved" : "firing")).hasSize(1);
				case "signatureValid" -> assertThat(this.from.send(this.fixture, tampered())).hasStatus(403);
				case "confirm" -> assertThat(this.amazon.confirmed()).hasSize(1);
				default -> throw new AssertionError("Nobody looks whether %s has %s".formatted(this.fixture, name));
			}
		}

		// Of an envelope, the text only: nothing may follow from it.
		private void checkStatus(JsonNode expected) {
			if (expected.isNumber()) {
				assertThat(this.answer).hasStatus(expected.asInt());
			}
			else {
				assertThat(this.fixture.tree().get("status")).isEqualTo(expected);
			}
		}

		private void checkHttp(JsonNode expected) {
			List<Integer> allowed = STATUS.matcher(expected.asString().split(";")[0])
				.results()
				.map((match) -> Integer.valueOf(match.group()))
				.toList();
			int status = this.answer.getResponse().getStatus();
			assertThat(allowed).contains(status);
			assertThat(this.from.send(this.fixture)).as("once more").hasStatus(status);
			assertThat(this.amazon.asked().stream().filter((asked) -> !asked.equals(FakeAmazon.CERTIFICATE))).isEmpty();
		}

		private void checkAction(String action) {
			switch (action) {
				case "trigger", "create" -> assertThat(this.from.sender().news()).containsExactly("alert.fired");
				case "resolve", "close" ->
					assertThat(this.from.sender().news()).containsExactly("alert.fired", "alert.resolved");
				case "acknowledge" ->
					assertThat(this.from.sender().news()).containsExactly("alert.fired", "alert.acknowledged");
				case "snooze" -> assertThat(this.from.sender().news()).containsExactly("alert.fired", "alert.snoozed");
				case "CRITICAL" -> assertThat(label("severity")).isEqualTo("critical");
				case "update" -> this.fixture.tree()
					.properties()
					.forEach((field) -> assertThat(
							this.from.opsgenie(this.fixture.path().split("/")[4]).get(field.getKey()))
						.isEqualTo(field.getValue()));
				default -> throw new AssertionError("Nobody looks whether %s is a %s".formatted(this.fixture, action));
			}
		}

		private void checkKey(String name) {
			String key = Sender.body(this.answer).get("dedup_key").asString();
			assertThat(key).matches(
					name.startsWith("generated") ? "[0-9a-f]{32}" : this.fixture.tree().get("dedup_key").asString());
			assertThat(alerts("firing")).singleElement()
				.satisfies((alert) -> assertThat(alert.get("fingerprint").asString()).isEqualTo(key));
		}

		private void checkCount(String status, int expected) {
			assertThat(alerts(status)).as("alerts that are %s", status).hasSize(expected);
		}

		private byte[] tampered() {
			return new String(this.fixture.body(), StandardCharsets.UTF_8).replaceFirst("\"MessageId\" ?: ?\"", "$0x")
				.getBytes(StandardCharsets.UTF_8);
		}

		private boolean isTest() {
			return this.fixture.expect().containsKey("test");
		}

		private List<JsonNode> alerts(String status) {
			return this.from.sender()
				.get("/api/v1/alerts?status=" + status, "alerts:read")
				.get("items")
				.valueStream()
				.toList();
		}

		private String label(String name) {
			return alerts("firing").getFirst().get("labels").get(name).asString();
		}

		private JsonNode log() {
			return this.from.sender()
				.get("/api/v1/integrations/" + FixtureSender.NAME + "/deliveries", "config:read")
				.get("items")
				.get(0);
		}

		private int hidden() {
			return this.from.sender().feed(0).getLast().get("data").get("group").get("hidden").asInt();
		}

	}

}
