package dev.vigie.alertingest.sender.opsgenie;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OpsgenieParserTests {

	private static final String ALIAS = "5ff256b5035e81a4138e7b7487250edc0f880871b33e4e1e4a995bdef159fcd6";

	private final OpsgenieParser parser = new OpsgenieParser();

	private final Bodies creations = Bodies.to(this.parser);

	private Bodies calls(Action action, String... more) {
		Map<String, String> values = new HashMap<>(Map.of("alias", "db01/disk full?", "of", "x"));
		for (int i = 0; i < more.length; i += 2) {
			values.put(more[i], more[i + 1]);
		}
		return Bodies.to(this.parser).below(new Command(action, values).text());
	}

	@Test
	void namesTheGroupTheSameInEveryCall() {
		AlertReport.Group created = this.creations.fixture("opsgenie/create-full").parts().getFirst().group();
		AlertReport.Group closed = calls(Action.CLOSE).read("{}").parts().getFirst().group();
		assertThat(created.labels()).containsOnly(Map.entry("alias", "db01/disk full?"));
		assertThat(closed).isEqualTo(created);
	}

	@Test
	void readsAFullCreation() {
		Reading reading = this.creations.fixture("opsgenie/create-full");
		assertThat(reading.parts().getFirst().group().key()).isEqualTo("db01/disk full?");
		AlertChange alert = Bodies.only(reading);
		assertThat(alert.verb()).isEqualTo(AlertVerb.RAISED);
		assertThat(alert.fingerprint()).isEqualTo("db01/disk full?");
		assertThat(alert.labels()).containsExactlyInAnyOrderEntriesOf(Map.of("alertname", "db01", "entity", "db01",
				"priority", "P1", "source", "icinga", "region", "eu-1", "team", "dba"));
		assertThat(alert.annotations()).containsEntry("summary", "Disk 99 % on db01")
			.containsEntry("description", "Details …")
			.containsEntry("tags", "OverwriteQuietHours, Critical")
			.containsEntry("note", "created by check")
			.containsEntry("actions", "Restart")
			.containsEntry("responders", "team dba, user a@example.org, schedule dba_schedule, "
					+ "escalation 7752fa12-8e80-4b8e-ba9c-9f1b9e5a3a4e");
	}

	@Test
	void readsWhatAlertmanagerCreates() {
		AlertChange alert = Bodies.only(this.creations.fixture("alertmanager/opsgenie-create"));
		assertThat(alert.fingerprint()).isEqualTo(ALIAS);
		assertThat(alert.labels()).containsEntry("alertname", "PostgresDown")
			.containsEntry("severity", "critical")
			.containsEntry("team", "dba")
			.containsEntry("priority", "P2")
			.doesNotContainKeys("source", "runbook");
		assertThat(alert.annotations()).containsEntry("runbook_url", "http://runbooks.example/db");
		assertThat(alert.generatorUrl()).isEqualTo("http://alertmanager.example:9093/#/alerts?receiver=og");
	}

	@Test
	void readsWhatGrafanaCreates() {
		AlertChange alert = Bodies.only(this.creations.fixture("grafana/opsgenie-create"));
		assertThat(alert.labels()).containsEntry("alertname", "High memory")
			.containsEntry("team", "blue")
			.containsEntry("source", "Grafana")
			.containsEntry("priority", "P2");
		assertThat(alert.annotations()).containsEntry("tags", "alertname:High memory, team:blue");
		assertThat(alert.generatorUrl()).isEqualTo("https://grafana.example.org/alerting/list");
	}

	@Test
	void readsWhatAlertmanagerUpdatesAndCloses() {
		AlertChange message = Bodies.only(calls(Action.MESSAGE).fixture("alertmanager/opsgenie-update-message"));
		assertThat(message.verb()).isEqualTo(AlertVerb.AMENDED);
		assertThat(message.annotations())
			.containsExactly(Map.entry("summary", "[FIRING:2] PostgresDown eu-west-1 (basic postgres critical dba)"));
		AlertChange description = Bodies
			.only(calls(Action.DESCRIPTION).fixture("alertmanager/opsgenie-update-description"));
		assertThat(description.annotations().get("description")).startsWith("No scrape for 2 minutes");
		AlertChange close = Bodies.only(calls(Action.CLOSE).fixture("alertmanager/opsgenie-close"));
		assertThat(close.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(close.fingerprint()).isEqualTo("db01/disk full?");
		assertThat(close.word()).isNull();
	}

	@Test
	void saysWhoTakesCharge() {
		AlertChange alert = Bodies.only(calls(Action.ACKNOWLEDGE).fixture("opsgenie/acknowledge"));
		assertThat(alert.verb()).isEqualTo(AlertVerb.ACKNOWLEDGED);
		assertThat(alert.word()).isEqualTo(new AlertChange.Word("a@example.org", "on it", null));
		assertThat(Bodies.only(calls(Action.UNACKNOWLEDGE).read("")).verb()).isEqualTo(AlertVerb.UNACKNOWLEDGED);
	}

	@Test
	void saysUntilWhenAnAlertIsToBeLeftAlone() {
		AlertChange alert = calls(Action.SNOOZE).only("{\"endTime\": \"2026-11-21T13:00:00+01:00\", \"user\": \"a\"}");
		assertThat(alert.verb()).isEqualTo(AlertVerb.SNOOZED);
		assertThat(alert.word().until()).isEqualTo("2026-11-21T12:00:00Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"endTime\": \"later\"}", "{\"endTime\": \"2026-11-21T09:00:00Z\"}",
			"{\"endTime\": \"2026-03-02T12:00:00Z\"}" })
	void refusesToLeaveAnAlertAloneUntilNobodyKnowsWhen(String body) {
		assertRefused(calls(Action.SNOOZE), body, "endTime");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			NOTE             | {"note": "seen"}                               | seen
			ASSIGN           | {"owner": {"username": "b@example.org"}}       | Assigned to b@example.org
			ESCALATE         | {"escalation": {"name": "dba"}, "note": "now"} | Escalated to dba: now
			ADD_TEAM         | {"team": {"id": "t-1"}}                        | Added team t-1
			ADD_RESPONDER    | {"responder": {"type": "user", "id": "u-1"}}   | Added responder user u-1
			ADD_TAGS         | {"tags": ["a", "b"]}                           | Added tags a, b
			""")
	void notesWhatOnlyOpsgenieCouldDo(Action action, String body, String text) {
		AlertChange alert = calls(action).only(body);
		assertThat(alert.verb()).isEqualTo(AlertVerb.NOTED);
		assertThat(alert.word().text()).isEqualTo(text);
	}

	@Test
	void readsTheQueryOfACallWithoutBody() {
		AlertChange deleted = calls(Action.DELETE, "user", "a@example.org").only("");
		assertThat(deleted.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(deleted.word().text()).isEqualTo("Deleted by a@example.org");
		assertThat(calls(Action.REMOVE_TAGS, "tags", "a,b", "source", "cli").only("").word())
			.isEqualTo(new AlertChange.Word("cli", "Removed tags a, b", null));
		assertThat(calls(Action.RUN, "name", "Restart").only("{}").word().text()).isEqualTo("Executed action Restart");
	}

	@Test
	void changesDetailsAndPriority() {
		assertThat(calls(Action.ADD_DETAILS).only("{\"details\": {\"zone\": \"b\"}}").labels())
			.containsExactly(Map.entry("zone", "b"));
		assertThat(calls(Action.PRIORITY).only("{\"priority\": \"P1\"}").labels())
			.containsExactly(Map.entry("priority", "P1"));
		assertRefused(calls(Action.PRIORITY), "{\"priority\": \"P9\"}", "priority");
	}

	@Test
	void refusesACreationWithoutMessage() {
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> this.creations.fixture("malformed/opsgenie-empty-message"))
			.satisfies((invalid) -> assertThat(invalid.errors())
				.containsExactly(new Problem.FieldError("message", "Message can not be empty.")));
		assertRefused(this.creations, "{\"alias\": \"a\"}", "message");
		assertRefused(this.creations, "{\"message\": null}", "message");
		assertRefused(calls(Action.MESSAGE), "{}", "message");
		assertRefused(calls(Action.NOTE), "{}", "note");
		assertRefused(calls(Action.ASSIGN), "{\"owner\": \"b\"}", "owner");
	}

	@Test
	void cutsWhatIsTooLongAtWholeCharacters() {
		String body = "{\"message\": \"%s\", \"alias\": \"%s\", \"description\": \"%s\", \"priority\": \"high\"}"
			.formatted("🔥".repeat(200), "é".repeat(600), "d".repeat(20_000));
		AlertChange alert = this.creations.only(body);
		assertThat(alert.annotations().get("summary")).isEqualTo("🔥".repeat(130));
		assertThat(alert.fingerprint()).isEqualTo("é".repeat(512));
		assertThat(alert.annotations().get("description")).hasSize(15_000);
		assertThat(alert.labels()).containsEntry("priority", "P3").containsEntry("alertname", "OpsgenieAlert");
	}

	@Test
	void sortsDetailsIntoLabelsAndAnnotations() {
		AlertChange alert = this.creations.only("""
				{"message": "m", "details": {"n": 1, "list": ["a"], "none": null, "long": "%s", "priority": "P1"}}
				""".formatted("x".repeat(201)));
		assertThat(alert.labels()).containsEntry("n", "1")
			.containsEntry("priority", "P3")
			.doesNotContainKeys("list", "none", "long");
		assertThat(alert.annotations()).containsEntry("list", "[\"a\"]").containsKey("long");
	}

	@Test
	void makesAnAliasThatIsTheSameWhenTheBodyIsReadAgain() {
		String alias = this.creations.only("{\"message\": \"m\"}").fingerprint();
		assertThat(alias).hasSize(36);
		assertThat(this.creations.only("{\"message\": \"n\", \"alias\": \" \"}").fingerprint()).hasSize(36)
			.isNotEqualTo(alias);
	}

	@Test
	void takesOutWhatCannotBeStored() {
		Reading reading = this.creations.read("{\"message\": \"a\\u0000b\\ud800\", \"alias\": \"c\\u0000\"}");
		assertThat(Bodies.only(reading).annotations()).containsEntry("summary", "ab\ufffd");
		assertThat(Bodies.only(reading).fingerprint()).isEqualTo("c");
		assertThat(reading.note()).isNotNull();
	}

	@Test
	void changesNothingThatIsNotKnown() {
		Reading reading = Bodies.to(this.parser).below(new Command(Action.CLOSE, Map.of("of", "17")).text()).read("{}");
		assertThat(reading.parts()).isEmpty();
		assertThat(reading.note()).isEqualTo("Close for an alert that is not known: 17");
	}

	@Test
	void keepsTheAddressOfACallAsText() {
		Command command = new Command(Action.NOTE, Map.of("alias", "a/b?c&d=e %2F+ü", "user", ""));
		assertThat(Command.parse(command.text())).isEqualTo(command);
		assertThat(Command.parse("")).isEqualTo(new Command(Action.CREATE, Map.of()));
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Command.parse("v2/nothing"));
	}

	@Test
	void showsHowToPointSendersHere() {
		assertThat(this.parser.setup(new IntegrationAddress("og", "https://vigie.example",
				"https://vigie.example/integrations/v1/opsgenie/k/", "k")))
			.hasSize(6)
			.allSatisfy((setup) -> assertThat(setup.text()).contains("vigie.example", "k"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cut-off", "deep-nesting", "top-level-array", "empty-body", "invalid-utf8" })
	void refusesWhatIsNoJsonObject(String fixture) {
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> this.creations.read(Fixtures.bytes("malformed/" + fixture), Map.of()));
	}

	private static void assertRefused(Bodies bodies, String body, String field) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> bodies.read(body))
			.satisfies((invalid) -> assertThat(invalid.errors()).extracting(Problem.FieldError::field)
				.containsExactly(field));
	}

}
