package dev.vigie.allinone.up;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.util.Assert;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.api.VigieApi;
import dev.vigie.allinone.clock.ScaledClock;
import dev.vigie.allinone.postgres.Postgres;
import dev.vigie.allinone.suite.Database;
import dev.vigie.allinone.suite.Program;
import dev.vigie.allinone.suite.Suite;
import dev.vigie.allinone.suite.SuiteSettings;
import dev.vigie.gateway.account.FirstAccess;

/**
 * Vigie on one data directory, from its lock to its access file.
 */
public final class Installation implements AutoCloseable {

	private final Path home;

	private final DataLock lock;

	private volatile @Nullable Postgres postgres;

	private volatile @Nullable ScaledClock clock;

	private volatile @Nullable Suite suite;

	private Installation(Path home, DataLock lock) {
		this.home = home;
		this.lock = lock;
	}

	static Installation open(Path home) {
		Installation installation = new Installation(home, DataLock.take(home));
		LogFile.open(home);
		AccessFile.remove(home); // of a run that was killed
		return installation;
	}

	public Path home() {
		return this.home;
	}

	public Suite suite() {
		Suite running = this.suite;
		Assert.state(running != null, "The suite is not up");
		return running;
	}

	Database database() {
		String external = System.getenv("DATABASE_URL");
		if (external != null && !external.isBlank()) {
			return external(external);
		}
		Postgres own = Postgres.prepare(this.home);
		this.postgres = own;
		own.start();
		return new Database(own.url(), own.user(), own.password());
	}

	/**
	 * The wall's clock, unless this data has seen, or shall see, one that runs ahead.
	 */
	InstantSource clock(int speed) {
		Path file = this.home.resolve("clock");
		if (speed == 1 && !ScaledClock.isKept(file)) {
			return InstantSource.system();
		}
		ScaledClock scaled = ScaledClock.continuing(file, speed, InstantSource.system());
		this.clock = scaled;
		return scaled;
	}

	void start(SuiteSettings settings) {
		this.suite = Suite.start(settings);
	}

	/**
	 * Says to scripts that everything is ready.
	 */
	public AccessFile announce() {
		Suite running = suite();
		FirstAccess.Access access = running.context(Program.GATEWAY).getBean(FirstAccess.class).prepare();
		Map<String, String> integrations = new TreeMap<>();
		new VigieApi(running.localUrl(), access.token()).all("/api/v1/integrations")
			.forEach((item) -> integrations.put(item.path("name").asString(), item.path("url").asString()));
		AccessFile file = new AccessFile(running.url(), new AccessFile.Admin(access.name(), access.password()),
				access.token(), integrations);
		try {
			file.write(this.home);
		}
		catch (IOException failure) {
			throw new CommandFailure("access.json cannot be written: " + failure.getMessage(), failure);
		}
		return file;
	}

	@Override
	public void close() {
		AccessFile.remove(this.home);
		Suite running = this.suite;
		ScaledClock scaled = this.clock;
		Postgres own = this.postgres;
		try {
			if (running != null) {
				running.close();
			}
			if (scaled != null) {
				scaled.close();
			}
		}
		finally {
			if (own != null) {
				own.close();
			}
			this.lock.close();
		}
	}

	private static Database external(String address) {
		Database database = Database.parse(address);
		Properties login = new Properties();
		login.put("connectTimeout", "5");
		login.put("user", (database.user() != null) ? database.user() : setting("DATABASE_USERNAME", "vigie"));
		login.put("password", (database.password() != null) ? database.password() : setting("DATABASE_PASSWORD", ""));
		try (Connection connection = DriverManager.getConnection(database.url(), login)) {
			connection.isValid(5);
			return database;
		}
		catch (SQLException failure) {
			throw new CommandFailure("The database of DATABASE_URL cannot be used: " + failure.getMessage(), failure);
		}
	}

	private static String setting(String name, String otherwise) {
		String value = System.getenv(name);
		return (value != null) ? value : otherwise;
	}

}
