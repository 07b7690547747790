package dev.vigie.allinone.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

import dev.vigie.allinone.Ports;
import dev.vigie.allinone.CommandFailure;

/**
 * The files of one PostgreSQL server below an installation's home, and the command that
 * serves them.
 */
final class Cluster {

	static final String USER = "vigie";

	private final Path home;

	private final Path data;

	private final Path passwordFile;

	private final Path portFile;

	private final Binaries binaries;

	private final RunAs runAs;

	Cluster(Path home) throws IOException {
		this.home = Files.createDirectories(home).toRealPath();
		this.data = this.home.resolve("postgres");
		this.passwordFile = this.home.resolve("postgres.password");
		this.portFile = this.home.resolve("postgres.port");
		this.runAs = RunAs.at(this.home);
		this.binaries = Binaries.unpackInto(this.home.resolve("bin"));
	}

	Path logFile() {
		return this.home.resolve("postgres.log");
	}

	Postmaster postmaster() {
		return new Postmaster(this.data);
	}

	String password() throws IOException {
		return Files.readString(this.passwordFile).strip();
	}

	/**
	 * Makes the files when there are none. A cut-off attempt leaves nothing that a later
	 * start would take for a server's files.
	 */
	void initialise() throws IOException, InterruptedException {
		if (Files.exists(this.data.resolve("PG_VERSION"))) {
			this.runAs.own(this.data);
			if (!Files.exists(this.passwordFile)) {
				throw new CommandFailure("%s is missing, so nobody can sign in to the data in %s"
					.formatted(this.passwordFile, this.data));
			}
			return;
		}
		Path fresh = this.home.resolve("postgres.new");
		FileSystemUtils.deleteRecursively(fresh);
		Files.createDirectory(fresh,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		byte[] random = new byte[24];
		new SecureRandom().nextBytes(random);
		writePrivately(this.passwordFile, HexFormat.of().formatHex(random));
		Path copy = fresh.resolveSibling("postgres.new.password");
		writePrivately(copy, password());
		this.runAs.own(fresh);
		this.runAs.own(copy);
		initdb(fresh, copy);
		Files.delete(copy);
		Files.move(fresh, this.data, StandardCopyOption.ATOMIC_MOVE);
	}

	/**
	 * The port of the last run as long as nobody else has taken it.
	 */
	int port() throws IOException {
		if (Files.exists(this.portFile)) {
			int last = Integer.parseInt(Files.readString(this.portFile).strip());
			if (Ports.isFree(InetAddress.getLoopbackAddress(), last)) {
				return last;
			}
		}
		int port = Ports.free();
		writePrivately(this.portFile, Integer.toString(port));
		return port;
	}

	Process serve(int port) throws IOException {
		List<String> words = List.of(this.binaries.postgres(), "-D", this.data.toString(), //
				"-c", "listen_addresses=127.0.0.1", "-c", "port=" + port, "-c", "unix_socket_directories=", //
				"-c", "fsync=on", "-c", "synchronous_commit=on", "-c", "full_page_writes=on", //
				"-c", "max_connections=120", "-c", "shared_buffers=64MB", "-c", "logging_collector=off", "-c",
				"log_checkpoints=off", "-c", "timezone=UTC", "-c", "log_timezone=UTC");
		return start(words);
	}

	private void initdb(Path fresh, Path password) throws IOException, InterruptedException {
		Process process = start(List.of(this.binaries.initdb(), "-D", fresh.toString(), "-U", USER, "-A",
				"scram-sha-256", "--pwfile=" + password, "-E", "UTF8", "--locale=C", "--locale-provider=builtin",
				"--builtin-locale=C.UTF-8"));
		if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
			process.destroyForcibly();
			throw new CommandFailure("PostgreSQL could not initialise " + this.data + "; see " + logFile());
		}
	}

	private Process start(List<String> words) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(this.runAs.command(words)).directory(this.home.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
		builder.environment().keySet().removeIf((name) -> name.startsWith("PG"));
		return builder.start();
	}

	private static void writePrivately(Path file, String text) throws IOException {
		Files.deleteIfExists(file);
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(file, text);
	}

}
