package dev.vigie.alertingest.sender.uptimekuma;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UptimeKumaParserTests {

	private static final Instant TIME = Instant.parse("2026-03-02T09:00:05.123Z");

	private final Bodies bodies = Bodies.to(new UptimeKumaParser());

	@Test
	void readsThatAMonitorIsDown() {
		AlertChange change = Bodies.only(this.bodies.fixture("uptime-kuma/down"));
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.fingerprint()).isEqualTo("3");
		assertThat(change.labels())
			.isEqualTo(Map.of("alertname", "Shop", "instance", "https://shop.example.org", "monitor_type", "http"));
		assertThat(change.annotations()).isEqualTo(Map.of("summary", "[Shop] [🔴 Down] timeout of 48000ms exceeded",
				"description", "timeout of 48000ms exceeded", "link_1", "https://shop.example.org"));
		assertThat(change.startsAt()).isEqualTo(TIME);
		assertThat(change.statedAt()).isEqualTo(TIME);
	}

	@Test
	void readsThatItIsUpAgain() {
		AlertChange change = Bodies.only(this.bodies.fixture("uptime-kuma/up"));
		assertThat(change.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(change.fingerprint()).isEqualTo("3");
		assertThat(change.endsAt()).isEqualTo(TIME);
	}

	@DisplayName("Check 14: test buttons and confirmations are in the log and page nobody")
	@Test
	void pagesNobodyForTheTestButton() {
		assertThat(this.bodies.read("{\"heartbeat\": null, \"monitor\": null, \"msg\": \"Vigie Testing\"}"))
			.isEqualTo(Reading.nothing("It is about no monitor, as the test button sends it: Vigie Testing"));
	}

	@ParameterizedTest
	@CsvSource({ "2, Monitor Shop is pending and stays as it is",
			"3, Monitor Shop is under maintenance and stays as it is" })
	void leavesAMonitorAsItIsThatIsNeitherUpNorDown(int status, String note) {
		assertThat(this.bodies.read(down().replace("\"status\": 0", "\"status\": " + status)))
			.isEqualTo(Reading.nothing(note));
	}

	@Test
	void beginsNothingWhenItIsToldAgain() {
		AlertChange change = this.bodies.only(down().replace("\"important\": true", "\"important\": false"));
		assertThat(change.startsAt()).isNull();
		assertThat(change.statedAt()).isEqualTo(TIME);
	}

	@Test
	void readsTheFieldOfAForm() {
		Reading json = this.bodies.fixture("uptime-kuma/down");
		String form = "--x1\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n--x1\r\n"
				+ "Content-Disposition: form-data; name=\"data\"\r\n\r\n" + down() + "\r\n--x1--\r\n";
		assertThat(this.bodies.read(form)).isEqualTo(json);
		assertThat(this.bodies.read("data=" + URLEncoder.encode(down(), StandardCharsets.UTF_8) + "&x=1"))
			.isEqualTo(json);
	}

	@Test
	void labelsWithTheTagsOfTheMonitor() {
		AlertChange change = this.bodies.only(down().replace("\"tags\": []",
				"""
						"tags": [{"name": "severity", "value": "critical"}, {"name": "team", "value": "shop"},
						 {"name": "flag", "value": ""}, {"name": "alertname", "value": "x"}, {"name": "vigie_kind", "value": "x"},
						 {}, null, 1]
						"""));
		assertThat(change.labels()).isEqualTo(Map.of("alertname", "Shop", "instance", "https://shop.example.org",
				"monitor_type", "http", "severity", "critical", "team", "shop"));
	}

	@Test
	void namesAMonitorThatIsNotOfTheWebAfterItsHost() {
		AlertChange change = this.bodies.only(down().replace("\"url\": \"https://shop.example.org\"",
				"\"url\": \"https://\", \"hostname\": \"db1\""));
		assertThat(change.labels()).containsEntry("instance", "db1");
		assertThat(change.annotations()).doesNotContainKey("link_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "soon", "", "0001-01-01 00:00:00.000" })
	void losesNoAlertToATimeThatIsNone(String time) {
		AlertChange change = this.bodies.only(down().replace("2026-03-02 09:00:05.123", time));
		assertThat(change.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(change.startsAt()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "--", "--x\r\n\r\n--x--", "data=%", "data=", "{\"heartbeat\": {}}",
			"{\"heartbeat\": {\"status\": 9, \"monitorID\": 3}}", "{\"heartbeat\": {\"status\": 0}, \"monitor\": 1}" })
	void refusesWhatMakesNoSense(String body) {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> this.bodies.read(body));
	}

	@Test
	void takesOutWhatCannotBeStored() {
		Reading reading = this.bodies.read(down().replace("\"Shop\"", "\"Sh\\u0000op\""));
		assertThat(Bodies.only(reading).labels()).containsEntry("alertname", "Shop");
		assertThat(reading.note()).isEqualTo("Characters that cannot be stored were taken out");
	}

	@Test
	void showsHowToSetItUp() {
		assertThat(new UptimeKumaParser().setup(new IntegrationAddress("u", "https://v", "https://v/k/", "k"))
			.getFirst()
			.text()).contains("https://v/k/");
	}

	private static String down() {
		return new String(Fixtures.bytes("uptime-kuma/down"), StandardCharsets.UTF_8);
	}

}
