package dev.vigie.allinone.journey;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.journey.Mailbox.Mail;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code kill -9} of the JVM, of PostgreSQL, and of both, while alerts come in: what was
 * answered with 200 has its incident and its page.
 */
class KillJourneyTests {

	private static final int ALERTS = 200;

	private final Mailbox mailbox = new Mailbox();

	private final int port = Journey.freePort();

	private final Random random = new Random(42);

	@TempDir
	private Path directory;

	private Process vigie;

	@AfterEach
	void stop() throws InterruptedException {
		this.vigie.destroy();
		if (!this.vigie.waitFor(30, TimeUnit.SECONDS)) {
			this.vigie.destroyForcibly();
		}
		this.mailbox.close();
	}

	@Test
	void losesNothingThatWasAccepted() throws Exception {
		start();
		String receiver = Organisation.in(api()).alertmanagerUrl();
		AtomicInteger accepted = new AtomicInteger();
		Thread sender = Thread.ofVirtual().start(() -> send(receiver, accepted));

		awaitAccepted(accepted, 30 + this.random.nextInt(20));
		kill(this.vigie.pid());
		start();
		awaitAccepted(accepted, 90 + this.random.nextInt(20));
		kill(postmaster());
		awaitAccepted(accepted, 140 + this.random.nextInt(20));
		long postgres = postmaster();
		kill(this.vigie.pid());
		kill(postgres);
		start();

		assertThat(sender.join(Duration.ofMinutes(3))).isTrue();
		assertThat(accepted).hasValue(ALERTS);
		everyAlertHasOneIncidentAndOnePage();
	}

	private void everyAlertHasOneIncidentAndOnePage() throws IOException {
		Api api = api();
		Journey.eventually()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofSeconds(1))
			.until(() -> mailsByAlert().size(), (size) -> size == ALERTS);
		Map<String, Long> incidents = incidents(api).stream()
			.collect(Collectors.groupingBy((incident) -> incident.at("/groupLabels/alertname").asString(),
					Collectors.counting()));
		assertThat(incidents).hasSize(ALERTS).allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
		// A mail may come twice when it was taken just before the crash was recorded, but
		// then under one id.
		assertThat(mailsByAlert()).allSatisfy(
				(_, mails) -> assertThat(mails.stream().map(Mail::messageId).distinct()).as("%s", mails).hasSize(1));
	}

	private List<JsonNode> incidents(Api api) {
		List<JsonNode> all = new ArrayList<>();
		String after = "";
		while (after != null) {
			JsonNode page = api.get("/api/v1/incidents?limit=100" + (after.isEmpty() ? "" : "&after=" + after));
			page.get("items").forEach(all::add);
			after = page.get("next").isNull() ? null : page.get("next").asString();
		}
		return all;
	}

	private Map<String, List<Mail>> mailsByAlert() {
		return this.mailbox.all()
			.stream()
			.collect(Collectors.groupingBy((mail) -> mail.subject().replaceAll(".*(Kill\\d+).*", "$1")));
	}

	/** As Alertmanager does: again until it is answered with 200. */
	private void send(String receiver, AtomicInteger accepted) {
		Api sender = new Api("", null);
		for (int i = 0; i < ALERTS; i++) {
			String body = Organisation.webhook("firing", "Kill" + i, "critical", "2026-03-02T11:59:00Z");
			while (sender.send("POST", receiver, body).status() != 200) {
				LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
			}
			accepted.incrementAndGet();
		}
	}

	private static void awaitAccepted(AtomicInteger accepted, int count) {
		Journey.eventually()
			.atMost(Duration.ofMinutes(2))
			.pollInterval(Duration.ofMillis(5))
			.untilAsserted(() -> assertThat(accepted).hasValueGreaterThanOrEqualTo(count));
	}

	private void start() throws IOException {
		Files.deleteIfExists(accessFile());
		ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx700m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
				"dev.vigie.allinone.Vigie", "up", "--data", this.directory.toString(), "--port",
				String.valueOf(this.port));
		builder.environment().put("MAIL_HOST", "127.0.0.1");
		builder.environment().put("MAIL_PORT", String.valueOf(this.mailbox.port()));
		builder.environment().put("VIGIE_PAGING_LEASE", "20s"); // whoever was killed
																// while sending: not a
																// minute of waiting
		builder.environment().remove("DATABASE_URL");
		File log = new File(System.getProperty("java.io.tmpdir"), "vigie-kill-journey.log");
		this.vigie = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log)).start();
		Journey.eventually().atMost(Duration.ofMinutes(2)).until(() -> {
			assertThat(this.vigie.isAlive()).as("vigie up runs, see %s", log).isTrue();
			return Files.exists(accessFile());
		});
	}

	private Api api() throws IOException {
		JsonNode access = Api.JSON.readTree(Files.readString(accessFile()));
		return new Api(access.get("url").asString(), access.get("token").asString());
	}

	private Path accessFile() {
		return this.directory.resolve("access.json");
	}

	private long postmaster() throws IOException {
		try (Stream<Path> files = Files.find(this.directory, 3, (path, _) -> path.endsWith("postmaster.pid"))) {
			return Long.parseLong(Files.readAllLines(files.findFirst().orElseThrow()).getFirst().strip());
		}
	}

	private static void kill(long pid) {
		assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
	}

}
