package dev.vigie.allinone.postgres;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class PostgresIntegrationTests {

	@TempDir
	Path home;

	@Test
	void comesBackWithEveryCommittedRowWhenItIsKilled() throws Exception {
		try (Postgres postgres = Postgres.prepare(this.home).start()) {
			execute(postgres, "create table kept (word text)", "insert into kept values ('here')");
			long killed = postgres.pid();
			kill(killed);
			Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> {
				assertThat(postgres.pid()).isNotEqualTo(killed);
				assertThat(read(postgres, "select word from kept")).isEqualTo("here");
			});
			assertThat(read(postgres, "show fsync")).isEqualTo("on");
			assertThat(read(postgres, "show synchronous_commit")).isEqualTo("on");
		}
	}

	@Test
	void stopsTheServerAKilledRunLeftBehindAndServesItsRows() throws Exception {
		Cluster cluster = new Cluster(this.home);
		cluster.initialise();
		Postgres orphaned = Postgres.prepare(this.home).start();
		execute(orphaned, "create table kept (word text)", "insert into kept values ('here')");
		ProcessHandle orphan = ProcessHandle.of(orphaned.pid()).orElseThrow();
		forget(orphaned);
		try (Postgres postgres = Postgres.prepare(this.home).start()) {
			assertThat(orphan.isAlive()).isFalse();
			assertThat(postgres.port()).isEqualTo(orphaned.port());
			assertThat(read(postgres, "select word from kept")).isEqualTo("here");
		}
	}

	@Test
	void startsAlthoughTheLockFileNamesAnotherProcess() throws Exception {
		try (Postgres postgres = Postgres.prepare(this.home).start()) {
			execute(postgres, "create table kept (word text)", "insert into kept values ('here')");
		}
		Files.writeString(this.home.resolve("postgres/postmaster.pid"), ProcessHandle.current().pid() + "\n");
		try (Postgres postgres = Postgres.prepare(this.home).start()) {
			assertThat(read(postgres, "select word from kept")).isEqualTo("here");
		}
	}

	@Test
	void keepsItsPasswordToItself() throws Exception {
		Postgres.prepare(this.home);
		assertThat(Files.getPosixFilePermissions(this.home.resolve("postgres.password")))
			.isEqualTo(PosixFilePermissions.fromString("rw-------"));
	}

	private static void kill(long pid) {
		ProcessHandle.of(pid).orElseThrow().destroyForcibly();
	}

	// What a kill -9 of the JVM leaves: a server that runs and nobody who watches it.
	private static void forget(Postgres postgres) throws ReflectiveOperationException {
		java.lang.reflect.Field stopping = Postgres.class.getDeclaredField("stopping");
		stopping.setAccessible(true);
		stopping.set(postgres, true);
	}

	private static void execute(Postgres postgres, String... statements) throws SQLException {
		try (Connection connection = connect(postgres); Statement sql = connection.createStatement()) {
			for (String statement : statements) {
				sql.execute(statement);
			}
		}
	}

	private static String read(Postgres postgres, String query) throws SQLException {
		try (Connection connection = connect(postgres);
				Statement sql = connection.createStatement();
				ResultSet rows = sql.executeQuery(query)) {
			rows.next();
			return rows.getString(1);
		}
	}

	private static Connection connect(Postgres postgres) throws SQLException {
		return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
	}

}
