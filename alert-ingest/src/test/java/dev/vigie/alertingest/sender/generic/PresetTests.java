package dev.vigie.alertingest.sender.generic;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertVerb;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Reading;

import static org.assertj.core.api.Assertions.assertThat;

class PresetTests {

	private final GenericParser parser = new GenericParser();

	@Test
	void readsAnAlertOfSuricata() {
		Reading reading = read("suricata", "suricata-alert");
		AlertChange alert = Bodies.only(reading);
		assertThat(reading.note()).isNull();
		assertThat(alert.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(alert.fingerprint()).isEqualTo("9000041 198.51.100.23 > 10.20.0.15");
		assertThat(alert.labels()).containsOnly(Map.entry("alertname", "LOCAL WEB Path traversal attempt in URI"),
				Map.entry("signature_id", "9000041"), Map.entry("category", "Web Application Attack"),
				Map.entry("source_ip", "198.51.100.23"), Map.entry("instance", "10.20.0.15"),
				Map.entry("sensor", "sensor-dmz"), Map.entry("action", "allowed"), Map.entry("severity", "critical"));
		assertThat(alert.annotations()).containsEntry("summary", "LOCAL WEB Path traversal attempt in URI")
			.containsEntry("description", "TCP 198.51.100.23:51844 to 10.20.0.15:443, allowed")
			.containsEntry("http_hostname", "shop.example.net");
	}

	@Test
	void putsWhatOneSourceDoesIntoOneGroupAndLeavesOutWhatIsNoAlert() {
		Reading reading = read("suricata", "suricata-batch");
		assertThat(reading.parts()).singleElement().satisfies((part) -> assertThat(part.alerts()).hasSize(2));
		assertThat(reading.parts().getFirst().group().key()).isEqualTo("suricata 9000052 198.51.100.23");
		assertThat(reading.note()).isEqualTo("1 of 3 ignored: mapping.when is false");
	}

	@Test
	void readsABanAndItsEnd() {
		AlertChange ban = Bodies.only(read("fail2ban", "fail2ban-ban"));
		AlertChange unban = Bodies.only(read("fail2ban", "fail2ban-unban"));
		assertThat(ban.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(ban.labels()).containsOnly(Map.entry("alertname", "Fail2banBan"), Map.entry("jail", "sshd"),
				Map.entry("source_ip", "203.0.113.77"), Map.entry("instance", "bastion.example.net"),
				Map.entry("severity", "warning"));
		assertThat(ban.annotations()).containsEntry("description", "After 5 failures, for 3600 s");
		assertThat(unban.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(unban.fingerprint()).isEqualTo(ban.fingerprint());
	}

	@Test
	void readsWhatCrowdSecDecidedAndLeavesOutWhatItOnlySimulated() {
		Reading reading = read("crowdsec", "crowdsec-alerts");
		AlertChange alert = Bodies.only(reading);
		assertThat(reading.alerts()).isEqualTo(1);
		assertThat(reading.note()).isEqualTo("1 of 2 ignored: mapping.when is false");
		assertThat(alert.fingerprint()).isEqualTo("crowdsecurity/ssh-bf Ip 203.0.113.9");
		assertThat(alert.labels()).containsEntry("country", "NL")
			.containsEntry("instance", "web-01")
			.containsEntry("severity", "warning");
		assertThat(alert.annotations()).containsEntry("decisions", "ban 203.0.113.9 for 4h")
			.containsEntry("events", "6");
	}

	@Test
	void readsAnAlarmThroughEventBridgeAndItsEnd() {
		AlertChange alarm = Bodies.only(read("eventbridge", "eventbridge-alarm"));
		AlertChange ok = Bodies.only(read("eventbridge", "eventbridge-ok"));
		assertThat(alarm.verb()).isEqualTo(AlertVerb.FIRING);
		assertThat(alarm.fingerprint()).isEqualTo("arn:aws:cloudwatch:eu-west-1:111122223333:alarm:orders-5xx");
		assertThat(alarm.startsAt()).isEqualTo(Instant.parse("2026-11-21T08:55:00.512Z"));
		assertThat(alarm.statedAt()).isEqualTo(alarm.startsAt());
		assertThat(alarm.endsAt()).isNull();
		assertThat(alarm.labels()).containsOnly(Map.entry("alertname", "orders-5xx"),
				Map.entry("account", "111122223333"), Map.entry("region", "eu-west-1"));
		assertThat(alarm.annotations()).containsEntry("reason",
				"Threshold Crossed: 1 datapoint [42.0] was greater than the threshold (10.0).");
		assertThat(ok.verb()).isEqualTo(AlertVerb.RESOLVED);
		assertThat(ok.fingerprint()).isEqualTo(alarm.fingerprint());
		assertThat(ok.endsAt()).isEqualTo(Instant.parse("2026-11-21T08:59:00.204Z"));
	}

	@Test
	void onlyNotesThatDataOfAnAlarmAreMissing() {
		AlertChange alarm = Bodies.only(read("eventbridge", "eventbridge-insufficient"));
		assertThat(alarm.verb()).isEqualTo(AlertVerb.NOTED);
		assertThat(alarm.word()).isEqualTo(AlertChange.Word.of("Insufficient Data: 1 datapoint was unknown."));
		assertThat(Bodies.to(this.parser).with(Mappings.preset("eventbridge")).read("""
				{"detail-type": "EC2 Instance State-change Notification", "detail": {"state": "stopped"}}
				""").parts()).isEmpty();
	}

	@Test
	void readsAProblemOfZabbixItsUpdateAndItsEnd() {
		AlertChange problem = Bodies.only(read("zabbix", "zabbix-problem"));
		AlertChange update = Bodies.only(read("zabbix", "zabbix-update"));
		AlertChange recovery = Bodies.only(read("zabbix", "zabbix-recovery"));
		assertThat(List.of(problem.verb(), update.verb(), recovery.verb())).containsExactly(AlertVerb.FIRING,
				AlertVerb.ACKNOWLEDGED, AlertVerb.RESOLVED);
		assertThat(List.of(problem.fingerprint(), update.fingerprint(), recovery.fingerprint()))
			.containsOnly("trigger 24211");
		assertThat(problem.labels()).containsEntry("alertname", "Free space of / is under 10 %")
			.containsEntry("instance", "db-07")
			.containsEntry("severity", "error");
		assertThat(problem.annotations()).containsEntry("value", "Space used: 91.2 %");
		assertThat(problem.generatorUrl())
			.isEqualTo("https://zabbix.example.net/tr_events.php?triggerid=24211&eventid=183442");
		assertThat(update.word()).isEqualTo(new AlertChange.Word("Ada (ada)", "growing the volume", null));
	}

	@Test
	void readsAProblemOfIcingaItsAcknowledgementAndItsEnd() {
		AlertChange problem = Bodies.only(read("icinga", "icinga-problem"));
		AlertChange acknowledgement = Bodies.only(read("icinga", "icinga-acknowledgement"));
		AlertChange recovery = Bodies.only(read("icinga", "icinga-recovery"));
		assertThat(List.of(problem.verb(), acknowledgement.verb(), recovery.verb())).containsExactly(AlertVerb.FIRING,
				AlertVerb.ACKNOWLEDGED, AlertVerb.RESOLVED);
		assertThat(List.of(problem.fingerprint(), acknowledgement.fingerprint(), recovery.fingerprint()))
			.containsOnly("mail-02!smtp");
		assertThat(problem.annotations()).containsEntry("summary", "smtp on mail-02 is CRITICAL");
		assertThat(problem.labels()).containsEntry("severity", "critical").containsEntry("alertname", "smtp");
		assertThat(acknowledgement.word()).isEqualTo(new AlertChange.Word("ada", "restarting it", null));
		assertThat(recovery.labels()).doesNotContainKey("severity");
	}

	@Test
	void readsAHostOfIcinga() {
		AlertChange host = Bodies.only(read("icinga", "icinga-host"));
		assertThat(host.fingerprint()).isEqualTo("mail-02!");
		assertThat(host.labels()).containsOnly(Map.entry("alertname", "HostDown"), Map.entry("instance", "mail-02"),
				Map.entry("severity", "critical"));
	}

	@ParameterizedTest
	@CsvSource({ "triggered, FIRING, error,", "warn, FIRING, warning,", "nodata, FIRING, error, no-data",
			"recovered, RESOLVED, success," })
	void readsTransitionsOfDatadog(String body, AlertVerb verb, String severity, String kind) {
		AlertChange alert = Bodies.only(read("datadog", "datadog-" + body));
		assertThat(alert.verb()).isEqualTo(verb);
		assertThat(alert.fingerprint()).isEqualTo("8812034 host:web-3");
		assertThat(alert.labels().get("severity")).isEqualTo(severity);
		assertThat(alert.labels().get("vigie_kind")).isEqualTo(kind);
		assertThat(alert.labels()).containsEntry("priority", "P2").containsEntry("instance", "web-3");
		assertThat(alert.annotations()).containsEntry("image_url", "https://p.datadoghq.eu/snapshot/view/x.png");
		assertThat(alert.generatorUrl()).startsWith("https://app.datadoghq.eu/monitors/8812034");
	}

	private Reading read(String preset, String body) {
		return Bodies.to(this.parser).with(Mappings.preset(preset)).read(Mappings.body(body));
	}

}
