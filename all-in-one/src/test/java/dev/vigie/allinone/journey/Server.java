package dev.vigie.allinone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Prometheus or an Alertmanager of this machine, with its files in a directory and its
 * address the same after each start.
 */
final class Server implements AutoCloseable {

	private final Path directory;

	private final int port = Journey.freePort();

	private final List<String> command;

	private Process process;

	private Server(Path directory, List<String> command) {
		this.directory = directory;
		this.command = new ArrayList<>(command);
		this.command.add("--web.listen-address=" + address());
	}

	/**
	 * An Alertmanager that is to run.
	 */
	static Server alertmanager(Path directory, String configuration) {
		Path program = Installed.alertmanager();
		write(directory, "alertmanager.yml", configuration);
		return new Server(directory,
				List.of(program.toString(), "--config.file=" + directory.resolve("alertmanager.yml"),
						"--storage.path=" + directory.resolve("data"), "--cluster.listen-address="))
			.start();
	}

	/**
	 * A Prometheus that is to run. Alerts are said again every five seconds, so that an
	 * Alertmanager that was away hears of them.
	 */
	static Server prometheus(Path directory, String configuration, String rules) {
		Path program = Installed.prometheus();
		write(directory, "rules.yml", rules);
		write(directory, "prometheus.yml", configuration);
		return new Server(directory, List.of(program.toString(), "--config.file=" + directory.resolve("prometheus.yml"),
				"--storage.tsdb.path=" + directory.resolve("data"), "--rules.alert.resend-delay=5s"))
			.start();
	}

	String address() {
		return "127.0.0.1:" + this.port;
	}

	String url() {
		return "http://" + address();
	}

	/**
	 * Ends it as its service manager would, and starts it over the same files.
	 */
	void restart() {
		close();
		start();
	}

	private Server start() {
		try {
			this.process = new ProcessBuilder(this.command).directory(this.directory.toFile())
				.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(this.directory.resolve("log").toFile()))
				.start();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		Journey.eventually().until(() -> {
			assertThat(this.process.isAlive()).as("%s runs:%n%s", this.command.getFirst(), log()).isTrue();
			return new Api(url(), null).send("GET", "/-/ready", null).status() == 200;
		});
		return this;
	}

	private String log() {
		try {
			return Files.readString(this.directory.resolve("log"));
		}
		catch (IOException failure) {
			return failure.toString();
		}
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(interrupted);
		}
	}

	private static void write(Path directory, String name, String text) {
		try {
			Files.createDirectories(directory);
			Files.writeString(directory.resolve(name), text);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
