package dev.vigie.allinone.postgres;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.vigie.allinone.CommandFailure;

/**
 * A durable PostgreSQL server for one installation, kept running: whoever kills it finds
 * it back a moment later, at the same address.
 */
public final class Postgres implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Postgres.class);

	private static final String DATABASE = "vigie";

	private static final long LOG_LIMIT = 10L * 1024 * 1024;

	private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(60);

	private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

	private final Cluster cluster;

	private final int port;

	private final String password;

	private volatile boolean stopping;

	private volatile @Nullable Process process;

	private volatile long logged;

	private Postgres(Cluster cluster) throws IOException, InterruptedException {
		this.cluster = cluster;
		cluster.initialise();
		cluster.postmaster().clear();
		this.port = cluster.port();
		this.password = cluster.password();
	}

	/**
	 * Prepares the files below {@code home}, stops a server that a killed run left
	 * behind, and has chosen the address; nothing is served yet. The caller makes sure
	 * that nobody else uses {@code home}.
	 */
	public static Postgres prepare(Path home) {
		try {
			Cluster cluster = new Cluster(home);
			if (Files.exists(cluster.logFile()) && Files.size(cluster.logFile()) > LOG_LIMIT) {
				Files.move(cluster.logFile(), home.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
			}
			return new Postgres(cluster);
		}
		catch (IOException failure) {
			throw new CommandFailure("PostgreSQL cannot be prepared in " + home + ": " + failure, failure);
		}
		catch (InterruptedException failure) {
			Thread.currentThread().interrupt();
			throw new CommandFailure("Interrupted while PostgreSQL was prepared", failure);
		}
	}

	/**
	 * Serves, with the database made, and goes on serving until closed.
	 */
	public Postgres start() {
		long begin = System.nanoTime();
		while (!serve()) {
			if (this.stopping) {
				throw new CommandFailure("Stopped before PostgreSQL was up");
			}
			if (!isPassing(addedLines()) || System.nanoTime() - begin > GIVE_UP_NANOS) {
				throw new CommandFailure("PostgreSQL did not start: %s (log: %s)".formatted(reason(addedLines()),
						this.cluster.logFile()));
			}
			LockSupport.parkNanos(RETRY_NANOS);
		}
		createDatabase();
		Thread.ofPlatform().daemon().name("postgres").start(this::watch);
		return this;
	}

	public String url() {
		return url(DATABASE);
	}

	public String user() {
		return Cluster.USER;
	}

	public String password() {
		return this.password;
	}

	public int port() {
		return this.port;
	}

	/**
	 * The process that answers at the moment.
	 */
	public long pid() {
		Process current = this.process;
		return (current != null) ? current.pid() : -1;
	}

	@Override
	public void close() {
		this.stopping = true;
		Process current = this.process;
		if (current != null && current.isAlive()) {
			Postmaster.stop(current.toHandle());
		}
	}

	private void watch() {
		while (!this.stopping) {
			try {
				Process current = this.process;
				int code = (current != null) ? current.waitFor() : -1;
				if (!this.stopping) {
					log.warn("PostgreSQL ended with code {}; starting it again", code);
					revive();
				}
			}
			catch (InterruptedException _) {
				return;
			}
		}
	}

	private void revive() {
		while (!this.stopping && !serve()) {
			log.info("PostgreSQL is not back yet: {}", reason(addedLines()));
			LockSupport.parkNanos(RETRY_NANOS);
		}
		if (!this.stopping) {
			log.warn("PostgreSQL is back as process {}", pid());
		}
	}

	private boolean serve() {
		try {
			this.cluster.postmaster().clear();
			this.logged = Files.exists(this.cluster.logFile()) ? Files.size(this.cluster.logFile()) : 0;
			Process started = this.cluster.serve(this.port);
			this.process = started;
			while (started.isAlive() && !this.stopping) {
				if (answers()) {
					return true;
				}
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
			}
		}
		catch (IOException failure) {
			log.warn("PostgreSQL cannot be started: {}", failure.getMessage());
		}
		return false;
	}

	private boolean answers() {
		try (Connection connection = connect("postgres")) {
			return connection.isValid(2);
		}
		catch (SQLException _) {
			return false;
		}
	}

	private void createDatabase() {
		try (Connection connection = connect("postgres");
				Statement sql = connection.createStatement();
				ResultSet found = sql.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
			if (!found.next()) {
				sql.execute("create database " + DATABASE);
			}
		}
		catch (SQLException failure) {
			throw new CommandFailure("PostgreSQL refused to make the database: " + failure.getMessage(), failure);
		}
	}

	private Connection connect(String database) throws SQLException {
		return DriverManager.getConnection(url(database) + "?connectTimeout=2&socketTimeout=10", Cluster.USER,
				this.password);
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	// Both pass by themselves: children outlive a killed postmaster for a moment.
	private static boolean isPassing(List<String> lines) {
		return lines.stream().anyMatch((line) -> line.contains("shared memory block") || line.contains("lock file"));
	}

	private static String reason(List<String> lines) {
		return lines.stream()
			.filter((line) -> line.contains("FATAL") || line.contains("PANIC"))
			.reduce((_, last) -> last)
			.orElse("it ended without a word");
	}

	private List<String> addedLines() {
		try (RandomAccessFile file = new RandomAccessFile(this.cluster.logFile().toFile(), "r")) {
			file.seek(this.logged);
			byte[] added = new byte[(int) Math.min(file.length() - this.logged, 8000)];
			file.readFully(added);
			return new String(added, StandardCharsets.UTF_8).lines().toList();
		}
		catch (IOException _) {
			return List.of();
		}
	}

}
