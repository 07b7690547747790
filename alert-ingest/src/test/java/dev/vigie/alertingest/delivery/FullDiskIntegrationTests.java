package dev.vigie.alertingest.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.Sender.Told;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

/**
 * A disk that is really full, where this user may mount a small one and the server runs
 * beside the test; {@link DatabaseRefusesIntegrationTests} has the same for everywhere.
 */
@IntegrationTest
class FullDiskIntegrationTests {

	private static final int DISK = 12 * 1024 * 1024;

	private static final Random random = new Random(1);

	@Autowired
	private MockMvcTester http;

	@Autowired
	private HikariDataSource dataSource;

	@Autowired
	private JdbcClient jdbc;

	@TempDir
	private Path disk;

	private boolean mounted;

	private Sender sender;

	@BeforeEach
	void keepDeliveriesOnASmallDisk() throws Exception {
		Path data = Path.of(this.jdbc.sql("show data_directory").query(String.class).single());
		assumeThat(Files.isDirectory(data)).as("the server runs here").isTrue();
		this.mounted = run("mount", "-t", "tmpfs", "-o", "size=" + DISK, "tmpfs", this.disk.toString());
		assumeThat(this.mounted).as("mounts are permitted").isTrue();
		Path folder = Files.createDirectory(this.disk.resolve("tablespace"));
		Files.setOwner(folder, Files.getOwner(data));
		assertThat(run("chmod", "a+rx", this.disk.toString())).isTrue();
		sql("drop tablespace if exists small", "create tablespace small location '%s'".formatted(folder),
				"alter table alert_ingest.delivery set tablespace small");
		this.sender = Sender.integratedAs(this.http, "prod");
	}

	@AfterEach
	void giveItBack() throws Exception {
		if (!this.mounted) {
			return;
		}
		try {
			sql("truncate alert_ingest.delivery cascade", "alter table alert_ingest.delivery set tablespace pg_default",
					"drop tablespace if exists small");
		}
		finally {
			assertThat(run("umount", this.disk.toString())).isTrue();
		}
	}

	@Test
	void losesNothingThatWasTakenAndTakesAlertsAgainByItself() throws Exception {
		Path other = Files.write(this.disk.resolve("somebody-elses"), new byte[DISK / 2]);
		int taken = 0;
		MvcTestResult result = send(taken);
		while (result.getResponse().getStatus() == 200) {
			taken++;
			result = send(taken);
		}
		assertThat(result).hasStatus(503);
		assertThat(Sender.retryAfter(result)).isEqualTo("5");
		assertThat(taken).isPositive();
		assertThat(alerts()).isEqualTo(taken);
		Files.delete(other);
		int last = taken;
		await().untilAsserted(() -> assertThat(send(last)).hasStatus(200));
		assertThat(alerts()).isEqualTo(taken + 1);
		assertThat(this.sender.feed(0).stream().map((event) -> event.at("/data/alert/labels/instance").asString()))
			.hasSize(taken + 1)
			.doesNotHaveDuplicates();
	}

	// With what no packing makes small.
	private MvcTestResult send(int number) {
		byte[] noise = new byte[256 * 1024];
		random.nextBytes(noise);
		Told alert = Told.firing("db-" + number, "2026-03-02T11:00:00Z");
		return this.sender.sends("""
				{"version": "4", "groupKey": "disk", "noise": "%s", "alerts": [{"status": "firing",
				 "labels": {"alertname": "Disk", "instance": "%s"}, "startsAt": "%s"}]}
				""".formatted(Base64.getEncoder().encodeToString(noise), alert.labels().get("instance"),
				alert.startsAt()));
	}

	private int alerts() {
		return this.jdbc.sql("select count(*) from alert_ingest.alert").query(Integer.class).single();
	}

	private void sql(String... statements) {
		TestDatabase.execute(this.dataSource.getJdbcUrl(), statements);
	}

	private static boolean run(String... command) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
	}

}
