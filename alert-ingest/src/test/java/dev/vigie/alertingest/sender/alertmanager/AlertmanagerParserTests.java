package dev.vigie.alertingest.sender.alertmanager;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.Reading.Part;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AlertmanagerParserTests {

	private final AlertmanagerParser parser = new AlertmanagerParser();

	@ParameterizedTest
	@CsvSource({ "firing-two, 2, 0, 0", "mixed-group, 1, 1, 0", "resolved, 0, 1, 0", "truncated-firing, 2, 0, 3",
			"truncated-status-trap, 0, 2, 3", "unicode-quotes, 1, 0, 0", "no-fingerprint, 2, 0, 0",
			"reason-routelabels, 2, 0, 0", "utf8-label-names, 1, 0, 0", "empty-alerts, 0, 0, 0",
			"minimal-alert-fields, 1, 0, 0", "huge-labels, 1, 0, 0" })
	void readsWhatAlertmanagerSends(String fixture, int firing, int resolved, int hidden) {
		Part parsed = parse(Fixtures.bytes("alertmanager/webhook-v4-" + fixture));
		assertThat(parsed.alerts()).filteredOn((change) -> change.verb() == AlertVerb.FIRING).hasSize(firing);
		assertThat(parsed.alerts()).filteredOn((change) -> change.verb() == AlertVerb.RESOLVED)
			.hasSize(resolved)
			.allSatisfy((change) -> assertThat(change.endsAt()).isNotNull());
		assertThat(parsed.group().hidden()).isEqualTo(hidden);
		assertThat(reading(Fixtures.bytes("alertmanager/webhook-v4-" + fixture)).note()).isNull();
	}

	@Test
	void readsTheIncidentIoReceiverLikeTheWebhook() {
		Part parsed = parse(Fixtures.bytes("alertmanager/incidentio-v1"));
		assertThat(parsed.group().key())
			.isEqualTo("{}/{case=\"basic\"}:{alertname=\"PostgresDown\", cluster=\"eu-west-1\"}");
		assertThat(parsed.alerts()).extracting(AlertChange::fingerprint)
			.containsExactly("81b3b7502b637d02", "1187e5ddecdbc277");
	}

	@Test
	void tellsHowToSetUpBothReceivers() {
		IntegrationAddress address = new IntegrationAddress("prod", "https://vigie.example.org",
				"https://vigie.example.org/integrations/v1/alertmanager/k/", "k");
		assertThat(this.parser.setup(address)).extracting(Setup::text)
			.satisfiesExactly(
					(webhook) -> assertThat(webhook)
						.contains("url: https://vigie.example.org/integrations/v1/alertmanager/k/"),
					(incidentio) -> assertThat(incidentio)
						.contains("url: https://vigie.example.org/integrations/v1/incidentio/k/")
						.contains("incidentio_configs"));
	}

	@Test
	void computesTheFingerprintWhenItIsMissingOrEmpty() {
		assertThat(parse(Fixtures.bytes("alertmanager/webhook-v4-no-fingerprint")).alerts())
			.extracting(AlertChange::fingerprint)
			.containsExactly("81b3b7502b637d02", "1187e5ddecdbc277");
		assertThat(only("""
				{"alerts": [{"status": "firing", "fingerprint": "", "labels": {"lbl1": "val1", "alertname": "alert1"}}]}
				""").fingerprint()).isEqualTo("fac0861a85de433a");
	}

	@Test
	void givesTheSameIdentityWhateverTheOrderOfLabelsAndFields() {
		Part one = parse("""
				{"groupKey": "{}:{a=\\"b\\"}", "status": "firing",
				 "alerts": [{"status": "firing", "labels": {"a": "b", "c": "d"}}], "truncatedAlerts": 1}
				""");
		Part other = parse("""
				{"truncatedAlerts": 1, "alerts": [{"labels": {"c": "d", "a": "b"}, "status": "firing"}],
				 "status": "firing", "groupKey": "{}:{a=\\"b\\"}"}
				""");
		assertThat(other).isEqualTo(one);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0001-01-01T00:00:00Z", "2026-11-21T09:04:00Z", "2099-01-01T00:00:00Z", "" })
	void takesAnAlertWithoutStatusAsFiringUntilItEnds(String endsAt) {
		assertThat(only("""
				{"alerts": [{"labels": {"a": "b"}, "endsAt": "%s"}]}
				""".formatted(endsAt)).verb()).isEqualTo(AlertVerb.FIRING);
	}

	@Test
	void takesAnAlertWithoutStatusAsResolvedWhenItHasEndedOrAllHave() {
		assertThat(only("""
				{"status": "firing", "alerts": [{"labels": {"a": "b"}, "endsAt": "2026-11-21T08:00:00Z"}]}
				""").verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(only("""
				{"alerts": [{"labels": {"a": "b"}}], "status": "resolved"}
				""").verb()).isEqualTo(AlertVerb.RESOLVED);
	}

	@Test
	void actsOnTheStatusOfTheAlertAndNotOfTheGroup() {
		assertThat(only("""
				{"status": "resolved", "alerts": [{"status": "firing", "endsAt": "2026-11-21T09:04:00Z"}]}
				""").verb()).isEqualTo(AlertVerb.FIRING);
	}

	@Test
	void keepsMicrosecondsOfTimesInAnyOffset() {
		assertThat(parse(Fixtures.bytes("alertmanager/webhook-v4-minimal-alert-fields")).alerts().getFirst().startsAt())
			.isEqualTo(Instant.parse("2018-03-07T11:33:21.873077Z"));
	}

	@Test
	void doesNotBelieveTimesThatCannotBe() {
		AlertChange change = parse(Fixtures.bytes("malformed/extreme-timestamps")).alerts().getFirst();
		assertThat(change.startsAt()).isNull();
		assertThat(change.endsAt()).isNull();
	}

	@Test
	void writesLabelsThatAreNoTextAsTheirJson() {
		AlertChange change = parse(Fixtures.bytes("malformed/label-values-not-strings")).alerts().getFirst();
		assertThat(change.labels())
			.isEqualTo(Map.of("alertname", "Typed", "port", "9187", "up", "false", "nested", "{\"a\":1}"));
	}

	@Test
	void takesOutWhatCannotBeStored() {
		Part nul = parse(Fixtures.bytes("malformed/nul-and-controls"));
		assertThat(nul.alerts().getFirst().labels()).containsEntry("x", "ab\u001b[31m");
		assertThat(reading(Fixtures.bytes("malformed/nul-and-controls")).note())
			.isEqualTo("Characters that cannot be stored were taken out");
		assertThat(parse(Fixtures.bytes("malformed/lone-surrogate")).alerts().getFirst().labels()).containsEntry("x",
				"\ufffd");
	}

	@Test
	void toleratesNullMapsAndLists() {
		assertThat(parse(Fixtures.bytes("malformed/null-maps")).alerts()).hasSize(2);
		assertThat(parse("{\"alerts\": null}").alerts()).isEmpty();
	}

	@Test
	void letsTheLastOfDuplicateMembersCount() {
		Part parsed = parse(Fixtures.bytes("malformed/duplicate-keys"));
		assertThat(parsed.alerts()).singleElement()
			.satisfies((change) -> assertThat(change.labels()).containsEntry("alertname", "B"))
			.satisfies((change) -> assertThat(change.verb()).isEqualTo(AlertVerb.FIRING));
	}

	@Test
	void namesAGroupWithoutKeyAfterItsLabels() {
		assertThat(parse("""
				{"groupLabels": {"b": "2", "a": "1"}, "alerts": []}
				""").group().key()).isEqualTo("{}:{a=\"1\", b=\"2\"}");
		assertThat(parse("{\"groupKey\": 17, \"alerts\": []}").group().key()).isEqualTo("17");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?orgId=1", "javascript:alert(1)", "http:x", "ftp://x/", "http://[", "" })
	void makesNoLinkOfWhatIsNoAbsoluteWebAddress(String url) {
		assertThat(only("""
				{"alerts": [{"status": "firing", "generatorURL": "%s"}]}
				""".formatted(url)).generatorUrl()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cut-off", "empty-body", "top-level-array", "alerts-is-object", "unknown-status",
			"bad-timestamps", "invalid-utf8", "deep-nesting", "huge-number" })
	void refusesWhatMakesNoSense(String fixture) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> parse(Fixtures.bytes("malformed/" + fixture)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{}|alerts: is required",
			"{\"alerts\": [null]}|alerts[0]: must be an object",
			"{\"alerts\": [], \"truncatedAlerts\": \"3\"}|truncatedAlerts: must be a number",
			"{\"alerts\": [{\"labels\": []}]}|alerts[0].labels: must be an object",
			"{\"alerts\": [{\"startsAt\": \"x\"}]}|alerts[0].startsAt: must be a time like 2026-03-02T09:00:00Z",
			"{\"alerts\": []} {}|There is something after the end of the JSON value" })
	void saysWhichFieldIsWrong(String body, String reason) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> parse(body)).withMessage(reason);
	}

	private AlertChange only(String body) {
		return parse(body).alerts().getFirst();
	}

	private Part parse(String body) {
		return parse(body.getBytes(StandardCharsets.UTF_8));
	}

	private Part parse(byte[] body) {
		return reading(body).parts().getFirst();
	}

	private Reading reading(byte[] body) {
		return Bodies.to(this.parser).read(body, Map.of());
	}

}
