package dev.vigie.allinone.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code postmaster.pid} of an earlier run says. The caller holds the lock of the
 * installation, so whatever serves these files now is an orphan.
 */
final class Postmaster {

	private static final Logger log = LoggerFactory.getLogger(Postmaster.class);

	private static final Duration FAST = Duration.ofSeconds(60);

	private static final Duration IMMEDIATE = Duration.ofSeconds(15);

	private final Path data;

	private final Path file;

	Postmaster(Path data) {
		this.data = data;
		this.file = data.resolve("postmaster.pid");
	}

	/**
	 * Stops an orphan and removes a file that only names a process which is no longer
	 * this server, because PostgreSQL itself would then refuse to start for ever.
	 */
	void clear() throws IOException {
		Optional<ProcessHandle> process = process();
		if (process.isEmpty()) {
			return; // no file, or nobody by that id: PostgreSQL replaces the file itself
		}
		ProcessHandle named = process.get();
		if (isOurs(named)) {
			log.warn("Stopping PostgreSQL {}, which an earlier run left behind", named.pid());
			stop(named);
		}
		// A dead postmaster that nobody has reaped, or another process under its id.
		Files.deleteIfExists(this.file);
	}

	/**
	 * Fast stop first: transactions are rolled back, everything is written.
	 */
	static void stop(ProcessHandle postmaster) {
		signal(postmaster, "INT");
		if (!ended(postmaster, FAST)) {
			log.warn("PostgreSQL {} does not stop, stopping it at once", postmaster.pid());
			signal(postmaster, "QUIT");
			if (!ended(postmaster, IMMEDIATE)) {
				postmaster.destroyForcibly();
				ended(postmaster, IMMEDIATE);
			}
		}
	}

	private Optional<ProcessHandle> process() throws IOException {
		if (!Files.exists(this.file)) {
			return Optional.empty();
		}
		String first = Files.readString(this.file).lines().findFirst().orElse("").strip();
		return first.matches("[0-9]{1,10}") ? ProcessHandle.of(Long.parseLong(first)) : Optional.empty();
	}

	private boolean isOurs(ProcessHandle process) {
		return isRunning(process) && commandLine(process).contains(this.data.toString());
	}

	private static String commandLine(ProcessHandle process) {
		try {
			Path words = Path.of("/proc", Long.toString(process.pid()), "cmdline");
			return new String(Files.readAllBytes(words), StandardCharsets.UTF_8);
		}
		catch (IOException _) {
			return process.info().commandLine().orElse("");
		}
	}

	private static boolean ended(ProcessHandle process, Duration atMost) {
		for (long left = atMost.toMillis(); left > 0; left -= 20) {
			if (!isRunning(process)) {
				return true;
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
		}
		return false;
	}

	// A zombie counts as alive for the system and is as dead as can be.
	private static boolean isRunning(ProcessHandle process) {
		if (!process.isAlive()) {
			return false;
		}
		try {
			String state = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
			return !state.substring(state.lastIndexOf(')') + 1).strip().startsWith("Z");
		}
		catch (IOException _) {
			return process.isAlive();
		}
	}

	// The Java API knows no SIGINT, and the archive's pg_ctl refuses root.
	private static void signal(ProcessHandle process, String signal) {
		try {
			new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid()).inheritIO().start().waitFor();
		}
		catch (IOException failure) {
			log.warn("Cannot signal PostgreSQL {}: {}", process.pid(), failure.getMessage());
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
