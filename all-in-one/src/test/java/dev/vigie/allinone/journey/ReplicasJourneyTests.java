package dev.vigie.allinone.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.core.env.Environment;

import dev.vigie.allinone.journey.Mailbox.Mail;
import dev.vigie.allinone.suite.Program;
import dev.vigie.escalation.EscalationApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two escalation-service processes over one database: whichever is quicker works, nobody
 * is paged twice.
 */
class ReplicasJourneyTests {

	private static final int INCIDENTS = 500;

	private final Journey journey = Journey.byTheSystemsClock();

	private final int port = Journey.freePort();

	private final Api replicaApi = new Api("http://127.0.0.1:" + this.port, null);

	@TempDir
	private Path directory;

	private Process replica;

	@AfterEach
	void stop() throws InterruptedException {
		if (this.replica != null) {
			this.replica.destroy();
			assertThat(this.replica.waitFor(30, TimeUnit.SECONDS)).isTrue();
		}
		this.journey.close();
	}

	@Test
	void pageEveryIncidentExactlyOnce() throws IOException {
		Organisation ops = Organisation.in(this.journey.api());
		startReplica();
		IntStream.range(0, INCIDENTS)
			.parallel()
			.forEach((i) -> assertThat(ops.post("firing", "Twin" + i, "critical", "2026-03-02T11:59:00Z").status())
				.isEqualTo(200));
		Journey.eventually()
			.atMost(Duration.ofMinutes(3))
			.until(() -> pagesByIncident().size(), (size) -> size == INCIDENTS);
		assertThat(pagesByIncident()).allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
		assertThat(this.journey.mailbox().all().stream().map(Mail::messageId).distinct()).hasSize(INCIDENTS);
		assertThat(this.replicaApi.send("GET", "/actuator/prometheus", null).body())
			.as("the second process took its share")
			.containsPattern("vigie_deliveries_total\\{[^}]*delivered[^}]*} [1-9]");
	}

	private void startReplica() throws IOException {
		Environment first = this.journey.suite().context(Program.ESCALATION).getEnvironment();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx400m",
						"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
						EscalationApplication.class.getName()));
		Stream.of("spring.datasource.url", "spring.mail.host", "spring.mail.port", "vigie.access.issuer",
				"vigie.access.gateway", "vigie.access.client-secret", "ALERT_INGEST_URL", "ONCALL_URL", "RUNBOOK_URL")
			.forEach((name) -> command.add("--" + name + "=" + first.getRequiredProperty(name)));
		command.add("--server.address=127.0.0.1");
		command.add("--server.port=" + this.port);
		this.replica = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(this.directory.resolve("replica.log").toFile())
			.start();
		Journey.eventually()
			.atMost(Duration.ofMinutes(2))
			.until(() -> this.replicaApi.send("GET", "/actuator/health", null).status() == 200);
	}

	private Map<String, Long> pagesByIncident() {
		return this.journey.mailbox()
			.all()
			.stream()
			.collect(Collectors.groupingBy((mail) -> mail.subject().replaceAll(".*(INC-\\d+).*", "$1"),
					Collectors.counting()));
	}

}
