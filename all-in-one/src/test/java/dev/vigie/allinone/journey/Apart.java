package dev.vigie.allinone.journey;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.core.env.Environment;

import dev.vigie.allinone.suite.Program;
import dev.vigie.allinone.suite.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A program of the suite that runs in a process of its own, where it may be killed.
 */
final class Apart implements AutoCloseable {

	private static final List<String> SETTINGS = List.of("spring.datasource.url", "spring.mail.host",
			"spring.mail.port", "vigie.access.issuer", "vigie.access.gateway", "vigie.access.client-secret",
			"vigie.paging.fallback-email", "vigie.paging.lease", "ALERT_INGEST_URL", "ONCALL_URL", "RUNBOOK_URL");

	private final List<String> command;

	private final File log;

	private final String url;

	private Process process;

	private Apart(List<String> command, File log, String url) {
		this.command = command;
		this.log = log;
		this.url = url;
	}

	/**
	 * A program that listens at an address and otherwise runs as it does in the suite.
	 */
	static Apart of(Suite suite, Program program, Class<?> application, String url, Path directory) {
		Environment settings = suite.context(program).getEnvironment();
		List<String> command = new ArrayList<>(List.of(
				Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx400m",
				"-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), application.getName()));
		SETTINGS.stream()
			.filter(settings::containsProperty)
			.forEach((name) -> command.add("--" + name + "=" + settings.getRequiredProperty(name)));
		command.add("--server.address=127.0.0.1");
		int port = URI.create(url).getPort();
		command.add("--server.port=" + port);
		return new Apart(command, directory.resolve(program.name().toLowerCase() + "-" + port + ".log").toFile(), url);
	}

	void launch() {
		try {
			this.process = new ProcessBuilder(this.command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.log))
				.start();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	void awaitReady() {
		Journey.eventually().atMost(Duration.ofMinutes(4)).until(() -> {
			assertThat(this.process.isAlive()).as("It runs, see %s", this.log).isTrue();
			return new Api(this.url, null).send("GET", "/actuator/health", null).status() == 200;
		});
	}

	void start() {
		launch();
		awaitReady();
	}

	/**
	 * {@code kill -9}.
	 */
	void kill() {
		this.process.destroyForcibly();
		this.process.onExit().join();
	}

	/**
	 * {@code kill -STOP}: it stands still with all it has in hand.
	 */
	void pause() {
		signal("STOP");
	}

	void resume() {
		signal("CONT");
	}

	private void signal(String name) {
		try {
			assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(this.process.pid())).inheritIO()
				.start()
				.waitFor()).as("kill -%s", name).isZero();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	@Override
	public void close() {
		if (this.process == null) {
			return;
		}
		this.process.destroy();
		try {
			if (!this.process.waitFor(30, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

}
