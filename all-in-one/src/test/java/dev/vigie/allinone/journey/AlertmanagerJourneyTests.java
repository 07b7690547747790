package dev.vigie.allinone.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.journey.Mailbox.Mail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real Alertmanager whose only receiver is Vigie.
 */
class AlertmanagerJourneyTests {

	private static Journey journey;

	private static Organisation ops;

	private static Process alertmanager;

	private static String alertmanagerUrl;

	@BeforeAll
	static void start(@TempDir Path directory) throws IOException {
		Path program = Installed.alertmanager();
		journey = Journey.byTheSystemsClock();
		ops = Organisation.in(journey.api());
		int port = Journey.freePort();
		alertmanagerUrl = "http://127.0.0.1:" + port;
		Files.writeString(directory.resolve("alertmanager.yml"), """
				route:
				  receiver: vigie
				  group_by: [alertname]
				  group_wait: 1s
				  group_interval: 2s
				  repeat_interval: 4s
				receivers:
				  - name: vigie
				    webhook_configs:
				      - url: %s
				        send_resolved: true
				""".formatted(ops.alertmanagerUrl()));
		alertmanager = new ProcessBuilder(program.toString(), "--config.file=" + directory.resolve("alertmanager.yml"),
				"--storage.path=" + directory.resolve("data"), "--web.listen-address=127.0.0.1:" + port,
				"--cluster.listen-address=")
			.redirectErrorStream(true)
			.redirectOutput(directory.resolve("log").toFile())
			.start();
		Journey.eventually().until(() -> new Api(alertmanagerUrl, null).send("GET", "/-/ready", null).status() == 200);
	}

	@AfterAll
	static void stop() {
		if (alertmanager != null) {
			alertmanager.destroy();
		}
		if (journey != null) {
			journey.close();
		}
	}

	@Test
	void firesOnceAndResolves() {
		fire(null);
		JsonNode incident = journey.incident("PostgresDown", "triggered");
		String id = "INC-" + incident.get("number").asLong() + " ";
		Journey.eventually().until(() -> !mails(id).isEmpty());
		assertThat(mails(id).getFirst().subject()).startsWith("[P1]").contains("pg-1 is down");

		JsonNode seen = repeatsTaken();
		Journey.eventually().until(() -> repeatsTaken().asInt() >= seen.asInt() + 2); // repeat_interval
																						// passed
																						// twice
		assertThat(mails(id)).hasSize(1);

		fire("2026-01-01T00:00:00Z");
		journey.incident("PostgresDown", "resolved");
		List<JsonNode> drafts = Journey.eventually()
			.until(() -> journey.api()
				.items("/api/v1/postmortems?incident=" + incident.get("number").asLong())
				.toList(), (found) -> !found.isEmpty());
		assertThat(drafts).hasSize(1);
		assertThat(mails(id)).hasSize(1);
	}

	private static List<Mail> mails(String id) {
		return journey.mailbox().all().stream().filter((mail) -> mail.subject().contains(id)).toList();
	}

	private static JsonNode repeatsTaken() {
		return Api.JSON
			.valueToTree(journey.api().items("/api/v1/integrations/alertmanager/deliveries?limit=200").count());
	}

	private static void fire(String endsAt) {
		String end = (endsAt != null) ? ", \"endsAt\": \"" + endsAt + "\"" : "";
		Api.Answer answer = new Api(alertmanagerUrl, null).send("POST", "/api/v2/alerts", """
				[{"labels": {"alertname": "PostgresDown", "severity": "critical", "instance": "pg-1"},
				"annotations": {"summary": "Postgres pg-1 is down"}, "startsAt": "2025-12-31T23:00:00Z"%s,
				"generatorURL": "http://prometheus.example:9090/graph"}]""".formatted(end));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
	}

}
