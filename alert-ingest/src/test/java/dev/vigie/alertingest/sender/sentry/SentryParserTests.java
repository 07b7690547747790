package dev.vigie.alertingest.sender.sentry;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertChange.Word;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SentryParserTests {

	private static final JsonNode VECTOR = JsonMapper.builder()
		.build()
		.readTree(Fixtures.bytes("vectors/signatures"))
		.get("sentry");

	private static final String INSTALLATION = "a8e5d37a-696c-4c54-adb5-b3f28d64c7de";

	private final SentryParser parser = new SentryParser();

	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	@Test
	void believesASignatureOverTheRawBytes() {
		assertThatCode(() -> verify(VECTOR.get("expected").asString(), VECTOR.get("secret").asString()))
			.doesNotThrowAnyException();
		assertThatCode(() -> verify(VECTOR.get("expected").asString().toUpperCase(Locale.ROOT),
				VECTOR.get("secret").asString()))
			.doesNotThrowAnyException();
	}

	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	@Test
	void believesTheOldAndTheNewSecretWhileItIsChanged() {
		String secret = VECTOR.get("secret").asString();
		assertThatCode(() -> verify(VECTOR.get("expected").asString(), "new", secret)).doesNotThrowAnyException();
		assertThatCode(() -> verify(VECTOR.get("expected").asString(), secret, "old")).doesNotThrowAnyException();
		refuses(VECTOR.get("expected").asString(), "new");
	}

	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	@ParameterizedTest
	@ValueSource(strings = { "", "x", "8dddb29702881b75fc97a81a6fd57d09453a10ea5ab7b98a9157d04eb1e4e9fe" })
	void refusesASignatureThatIsNotRight(String signature) {
		refuses(signature, VECTOR.get("secret").asString());
	}

	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	@Test
	void refusesABodyWithoutASignatureOnceASecretIsSet() {
		assertThatExceptionOfType(Denied.class)
			.isThrownBy(
					() -> this.parser.verify(Bodies.to(this.parser).with(settings("s")).inbound(new byte[0], Map.of())))
			.withMessage("The header Sentry-Hook-Signature is missing");
		assertThatCode(() -> this.parser
			.verify(Bodies.to(this.parser).with(new SentrySettings(null)).inbound(new byte[0], Map.of())))
			.doesNotThrowAnyException();
	}

	@Test
	void readsAnAlertAboutAnIssue() {
		Reading reading = fixture("event-alert");
		AlertChange change = Bodies.only(reading);
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.fingerprint()).isEqualTo(INSTALLATION + "/issue/1117540176");
		assertThat(change.labels()).isEqualTo(Map.of("alertname", "TypeError: undefined is not a function – Größe",
				"severity", "error", "project", "web", "environment", "production", "platform", "javascript", "rule",
				"Checkout errors", "service", "checkout"));
		assertThat(change.annotations()).containsEntry("description", "checkout.pay");
		assertThat(change.generatorUrl())
			.startsWith("https://sentry.example.org/organizations/acme/issues/1117540176/");
		assertThat(change.startsAt()).isNull(); // else each event of the issue were a new
												// life
		assertThat(reading.note()).isNull();
	}

	@Test
	void readsMetricAlerts() {
		AlertChange critical = Bodies.only(fixture("metric-alert-critical"));
		assertThat(critical.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(critical.fingerprint()).isEqualTo(INSTALLATION + "/metric/4");
		assertThat(critical.labels())
			.isEqualTo(Map.of("alertname", "Too many errors", "severity", "critical", "project", "web"));
		assertThat(critical.startsAt()).isEqualTo(Instant.parse("2026-03-02T09:00:00Z"));
		assertThat(critical.annotations()).containsEntry("summary", "Critical: Too many errors");
		AlertChange warning = only(new String(Fixtures.bytes("sentry/metric-alert-critical"), StandardCharsets.UTF_8)
			.replace("\"action\": \"critical\"", "\"action\": \"warning\""));
		assertThat(warning.labels()).containsEntry("severity", "warning");
		assertThat(warning.fingerprint()).isEqualTo(critical.fingerprint());
		AlertChange resolved = Bodies.only(fixture("metric-alert-resolved"));
		assertThat(resolved.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(resolved.fingerprint()).isEqualTo(critical.fingerprint());
		assertThat(resolved.endsAt()).isEqualTo(Instant.parse("2026-03-02T09:30:00Z"));
	}

	@Test
	void endsWhatAnEventOpenedWhenItsIssueIsResolved() {
		AlertChange change = Bodies.only(fixture("issue-resolved"));
		assertThat(change.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(change.fingerprint()).isEqualTo(Bodies.only(fixture("event-alert")).fingerprint());
		assertThat(change.labels()).isEmpty();
		assertThat(change.word()).isEqualTo(new Word("jane@example.org", "resolved in Sentry", null));
	}

	@ParameterizedTest
	@CsvSource({ "archived, RESOLVED", "ignored, RESOLVED", "unresolved, FIRING", "assigned, NOTED" })
	void readsWhatPeopleDoWithIssues(String action, AlertVerb verb) {
		assertThat(only(issue(action)).verb()).isEqualTo(verb);
	}

	@Test
	void reopensAnIssueUnderItsNameAndProject() {
		AlertChange change = only(issue("unresolved"));
		assertThat(change.labels()).isEqualTo(Map.of("alertname", "TypeError: undefined is not a function – Größe",
				"severity", "error", "project", "web"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"{\"action\": \"created\", \"data\": {\"installation\": {\"uuid\": \"x\"}}}|installation|Sentry's installation created opens and ends nothing",
			"{\"action\": \"created\", \"data\": {\"error\": {\"title\": \"x\"}}}|error|Sentry's error created opens and ends nothing",
			"{\"action\": \"created\", \"data\": {\"comment\": \"x\"}}|comment|Sentry's comment created opens and ends nothing",
			"{\"action\": \"created\", \"data\": {\"issue\": {\"id\": \"1\"}}}|issue|Sentry's issue created opens and ends nothing",
			"{\"action\": \"open\", \"data\": {\"metric_alert\": {\"id\": \"1\"}}}|metric_alert|Sentry's metric_alert open opens and ends nothing" })
	void notesWhatIsNoAlert(String body, String resource, String note) {
		assertThat(Bodies.to(this.parser)
			.with(new SentrySettings(null))
			.read(body.getBytes(StandardCharsets.UTF_8), Map.of("Sentry-Hook-Resource", resource)))
			.isEqualTo(Reading.nothing(note));
	}

	@Test
	void readsTheOldPlugin() {
		AlertChange change = only("""
				{"id": "27379932", "project": "web", "project_slug": "web", "message": "Boom", "level": "fatal",
				 "culprit": "pay", "url": "https://sentry.example.org/issues/27379932/", "event": {}}
				""");
		assertThat(change.labels()).isEqualTo(Map.of("alertname", "Boom", "severity", "critical", "project", "web"));
		assertThat(change.fingerprint()).isEqualTo("sentry/issue/27379932");
		assertThat(only("{\"project\": \"web\", \"message\": \"Boom\"}").fingerprint())
			.isEqualTo(only("{\"project\": \"web\", \"message\": \"Boom\", \"level\": \"error\"}").fingerprint());
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"data\": 1}", "[]", "", "{\"action\": \"triggered\", \"data\": {\"event\": {}}}",
			"{\"action\": \"critical\", \"data\": {\"metric_alert\": {\"id\": null}}}",
			"{\"action\": \"resolved\", \"data\": {\"metric_alert\": {\"id\": 1, \"date_closed\": \"x\"}}}" })
	void refusesWhatMakesNoSense(String body) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> only(body));
	}

	@Test
	void makesNoLinkOfAScriptAndTakesOutWhatCannotBeStored() {
		Reading reading = Bodies.to(this.parser).with(new SentrySettings(null)).read("""
				{"action": "triggered", "data": {"event": {"issue_id": 7, "title": "a\\u0000b",
				 "web_url": "javascript:alert(1)", "tags": [null, "x", ["service", "shop"]]}}}
				""");
		assertThat(Bodies.only(reading).labels()).isEqualTo(Map.of("alertname", "ab", "service", "shop"));
		assertThat(Bodies.only(reading).generatorUrl()).isNull();
		assertThat(reading.note()).isEqualTo("Characters that cannot be stored were taken out");
	}

	@Test
	void showsHowToSetItUp() {
		assertThat(this.parser.setup(new IntegrationAddress("s", "https://v", "https://v/k/", "k")).getFirst().text())
			.contains("https://v/k/", "Client Secret");
	}

	private void refuses(String signature, String... secrets) {
		assertThatExceptionOfType(Denied.class).isThrownBy(() -> verify(signature, secrets))
			.satisfies((denied) -> assertThat(denied.status()).isEqualTo(HttpStatus.UNAUTHORIZED));
	}

	private void verify(String signature, String... secrets) {
		this.parser.verify(Bodies.to(this.parser)
			.with(settings(secrets))
			.inbound(VECTOR.get("body").asString().getBytes(StandardCharsets.UTF_8),
					Map.of("Sentry-Hook-Signature", signature)));
	}

	private static SentrySettings settings(String... secrets) {
		return new SentrySettings(List.of(secrets));
	}

	private static String issue(String action) {
		return new String(Fixtures.bytes("sentry/issue-resolved"), StandardCharsets.UTF_8)
			.replace("\"action\": \"resolved\"", "\"action\": \"" + action + "\"");
	}

	private AlertChange only(String body) {
		return Bodies.to(this.parser).with(new SentrySettings(null)).only(body);
	}

	private Reading fixture(String name) {
		return Bodies.to(this.parser).with(new SentrySettings(null)).fixture("sentry/" + name);
	}

}
