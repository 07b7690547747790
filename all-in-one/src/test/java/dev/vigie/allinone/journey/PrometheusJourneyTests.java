package dev.vigie.allinone.journey;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.journey.Mailbox.Mail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Prometheus that tells Vigie of the same troubles in every way it can: through an
 * Alertmanager by webhook, as if Vigie were PagerDuty, as if it were Opsgenie, and
 * straight as if Vigie were an Alertmanager. Each is pointed here by what the setup of
 * its integration says, pasted as it is.
 */
class PrometheusJourneyTests {

	private static final List<String> THROUGH_ALERTMANAGER = List.of("alertmanager", "pagerduty", "opsgenie");

	private static final List<String> SENDERS = List.of("alertmanager", "pagerduty", "opsgenie", "prometheus");

	/** To the others a group is one alert. */
	private static final List<String> TELL_EACH_ALERT = List.of("alertmanager", "prometheus");

	private static final String ROUTE = """
			route:
			  receiver: vigie
			  group_by: [alertname]
			  group_wait: 500ms
			  group_interval: 1s
			  repeat_interval: 3s
			""";

	private static final String RULES = """
			groups:
			  - name: troubles
			    rules:
			      - alert: DiskFull
			        expr: disk_full == 1
			        labels: {severity: critical}
			        annotations: {summary: "Disk {{ $labels.disk }} is full"}
			      - alert: HostDown
			        expr: host_down == 1
			        labels: {severity: critical}
			        annotations: {summary: "Host {{ $labels.host }} is down"}
			""";

	private final Exporter exporter = new Exporter();

	private final Map<String, Server> alertmanagers = new LinkedHashMap<>();

	private Journey journey;

	private Server prometheus;

	@BeforeEach
	void start(@TempDir Path directory) {
		Installed.alertmanager();
		Installed.prometheus();
		this.journey = Journey.byTheSystemsClock();
		Organisation ops = Organisation.in(this.journey.api());
		StringBuilder alerting = new StringBuilder(ops.setup("prometheus", "prometheus", "Prometheus"));
		for (String type : THROUGH_ALERTMANAGER) {
			Server alertmanager = Server.alertmanager(directory.resolve(type),
					ROUTE + ops.setup(type, type, "Alertmanager"));
			this.alertmanagers.put(type, alertmanager);
			alerting.append("    - static_configs:\n        - targets: [\"%s\"]\n".formatted(alertmanager.address()));
		}
		this.prometheus = Server.prometheus(directory.resolve("prometheus"), alerting + """
				global:
				  scrape_interval: 1s
				  evaluation_interval: 1s
				rule_files: [rules.yml]
				scrape_configs:
				  - job_name: troubles
				    static_configs:
				      - targets: ["%s"]
				""".formatted(this.exporter.target()), RULES);
	}

	@AfterEach
	void stop() {
		if (this.prometheus != null) {
			this.prometheus.close();
		}
		this.alertmanagers.values().forEach(Server::close);
		this.exporter.close();
		if (this.journey != null) {
			this.journey.close();
		}
	}

	@Test
	void opensOneIncidentAGroupAndResolvesItWhateverRestarts() {
		this.exporter.make("disk_full", "disk=\"db-1\"");
		everySender((sender) -> hasOne(sender, "DiskFull", "triggered", 1));
		everySender((sender) -> assertThat(mails(sender, "DiskFull")).as(sender).hasSize(1));

		this.exporter.make("disk_full", "disk=\"db-2\"");
		this.exporter.make("host_down", "host=\"web-1\"");
		everySender((sender) -> hasOne(sender, "DiskFull", "triggered", 2));
		everySender((sender) -> hasOne(sender, "HostDown", "triggered", 1));

		this.alertmanagers.values().forEach(Server::restart);
		awaitRepeats();
		this.journey.restart(() -> this.exporter.mend("disk_full", "disk=\"db-1\""));
		everySender((sender) -> hasOne(sender, "DiskFull", "triggered", 1));
		awaitRepeats();

		this.exporter.mend("disk_full", "disk=\"db-2\"");
		everySender((sender) -> hasOne(sender, "DiskFull", "resolved", 0));
		everySender((sender) -> hasOne(sender, "HostDown", "triggered", 1));
		everySender((sender) -> happenedOnce(sender, TELL_EACH_ALERT.contains(sender) ? 2 : 1));
	}

	private void happenedOnce(String sender, int alerts) {
		List<String> codes = this.journey.timelineCodes(number(sender, "DiskFull"));
		assertThat(codes).as(sender).doesNotContain("REOPENED", "FALLBACK_USED");
		for (String code : List.of("INCIDENT_TRIGGERED", "STEP_STARTED", "PAGE_DELIVERED", "RESOLVED")) {
			assertThat(Collections.frequency(codes, code)).as("%s of %s: %s", code, sender, codes).isEqualTo(1);
		}
		for (String code : List.of("ALERT_JOINED", "ALERT_RESOLVED")) {
			assertThat(Collections.frequency(codes, code)).as("%s of %s: %s", code, sender, codes).isEqualTo(alerts);
		}
		assertThat(mails(sender, "DiskFull")).as(sender).hasSize(1);
		assertThat(mails(sender, "HostDown")).as(sender).hasSize(1);
	}

	private static void everySender(Consumer<String> says) {
		SENDERS.forEach((sender) -> Journey.eventually().untilAsserted(() -> says.accept(sender)));
	}

	/**
	 * The sender has one incident about the alert, which knows of so many troubles.
	 */
	private void hasOne(String sender, String alertname, String status, int troubles) {
		JsonNode incident = incident(sender, alertname);
		assertThat(incident.get("status").asString()).as(sender).isEqualTo(status);
		if (TELL_EACH_ALERT.contains(sender)) {
			assertThat(incident.get("firing").asInt()).as(sender).isEqualTo(troubles);
		}
		else if (troubles > 0) {
			assertThat(incident.get("firing").asInt()).as(sender).isEqualTo(1);
			assertThat(incident.at("/alerts/0/annotations/summary").asString()).as(sender)
				.startsWith("[FIRING:%d]".formatted(troubles));
		}
	}

	private JsonNode incident(String sender, String alertname) {
		List<JsonNode> incidents = this.journey.api()
			.items("/api/v1/incidents?limit=200")
			.filter((incident) -> incident.get("integration").asString().equals(sender))
			.filter((incident) -> incident.at("/labels/alertname").asString().equals(alertname))
			.toList();
		assertThat(incidents).as("%s of %s", alertname, sender).hasSize(1);
		return incidents.getFirst();
	}

	private long number(String sender, String alertname) {
		return incident(sender, alertname).get("number").asLong();
	}

	private List<Mail> mails(String sender, String alertname) {
		String id = "INC-" + number(sender, alertname) + " ";
		return this.journey.mailbox().all().stream().filter((mail) -> mail.subject().contains(id)).toList();
	}

	/**
	 * Waits until every sender has said again what it said before, twice.
	 */
	private void awaitRepeats() {
		Map<String, Long> seen = new LinkedHashMap<>();
		SENDERS.forEach((sender) -> seen.put(sender, deliveries(sender)));
		seen.forEach((sender, count) -> Journey.eventually().until(() -> deliveries(sender) >= count + 2));
	}

	private long deliveries(String sender) {
		return this.journey.api().items("/api/v1/integrations/" + sender + "/deliveries?limit=200").count();
	}

}
