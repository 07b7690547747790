package dev.vigie.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The one PostgreSQL server of a test run: a container where Docker runs, the same
 * PostgreSQL embedded elsewhere. {@code -Dvigie.test.database=docker|embedded|auto}
 * chooses, {@code -Dvigie.test.image} names the image. The session time zone is not UTC,
 * to smoke out code that leans on it.
 */
public final class TestDatabase {

	private static final String TIME_ZONE = "Australia/Lord_Howe";

	private static final AtomicInteger databases = new AtomicInteger();

	private TestDatabase() {
	}

	/**
	 * Creates an empty database.
	 * @return its JDBC address, user and password included
	 */
	public static String create() {
		String name = "test_" + databases.incrementAndGet();
		execute(Server.RUNNING.url("postgres"), "create database " + name,
				"alter database " + name + " set timezone to '" + TIME_ZONE + "'");
		return Server.RUNNING.url(name);
	}

	/**
	 * Runs statements as the server's owner.
	 */
	public static void execute(String url, String... statements) {
		try (Connection connection = DriverManager.getConnection(url); Statement sql = connection.createStatement()) {
			for (String statement : statements) {
				sql.execute(statement);
			}
		}
		catch (SQLException failure) {
			throw new IllegalStateException("Test database refused a statement", failure);
		}
	}

	private record Server(String hostAndPort, String login) {

		static final Server RUNNING = start();

		String url(String database) {
			return "jdbc:postgresql://%s/%s?%s".formatted(this.hostAndPort, database, this.login);
		}

		private static Server start() {
			String choice = System.getProperty("vigie.test.database", "auto");
			boolean docker = switch (choice) {
				case "docker" -> true;
				case "embedded" -> false;
				case "auto" -> DockerClientFactory.instance().isDockerAvailable();
				default -> throw new IllegalArgumentException("vigie.test.database is " + choice);
			};
			return docker ? startContainer() : startEmbedded();
		}

		@SuppressWarnings("resource") // lives as long as the JVM
		private static Server startContainer() {
			String image = System.getProperty("vigie.test.image", "postgres:18");
			PostgreSQLContainer container = new PostgreSQLContainer(
					DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
			if (System.getProperty("vigie.test.image") != null) {
				container.withImagePullPolicy((_) -> false); // an image built on this
																// machine
			}
			container.withCommand("postgres", "-c", "max_connections=300", "-c", "fsync=off");
			container.start();
			return new Server(container.getHost() + ":" + container.getMappedPort(5432),
					"user=%s&password=%s".formatted(container.getUsername(), container.getPassword()));
		}

		private static Server startEmbedded() {
			try {
				EmbeddedPostgres postgres = EmbeddedPostgres.builder()
					.setServerConfig("max_connections", "300")
					.start();
				return new Server("localhost:" + postgres.getPort(), "user=postgres");
			}
			catch (IOException failure) {
				throw new UncheckedIOException(failure);
			}
		}

	}

}
