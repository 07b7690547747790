package dev.vigie.allinone.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.vigie.alertingest.AlertIngestApplication;
import dev.vigie.allinone.postgres.Postgres;
import dev.vigie.allinone.suite.Database;
import dev.vigie.allinone.suite.Program;
import dev.vigie.allinone.suite.Suite;
import dev.vigie.allinone.suite.SuiteSettings;
import dev.vigie.escalation.EscalationApplication;
import dev.vigie.gateway.account.FirstAccess;

/**
 * {@code kill -9} of alert-ingest, of PostgreSQL and of escalation-service, each a
 * process of its own, under 200 alerts a second: what was accepted is told once and in
 * order, and takes effect once. A few seconds of it by default;
 * {@code -Dvigie.kill.minutes=5} kills each for five minutes.
 */
class SteadyKillJourneyTests {

	private static final Logger log = LoggerFactory.getLogger(SteadyKillJourneyTests.class);

	private static final String MINUTES = "vigie.kill.minutes";

	private static final Duration BETWEEN_KILLS = Duration.ofSeconds(12);

	private static Postgres postgres;

	private static Suite suite;

	private static Api api;

	private static String database;

	private static Apart alertIngest;

	private static Apart escalation;

	@BeforeAll
	static void start(@TempDir Path directory) {
		postgres = Postgres.prepare(directory).start();
		database = postgres.url() + "?user=%s&password=%s".formatted(postgres.user(), postgres.password());
		suite = Suite.start(SuiteSettings.over(new Database(database, null, null)));
		FirstAccess.Access access = suite.context(Program.GATEWAY).getBean(FirstAccess.class).prepare();
		api = new Api(suite.url(), access.token());
		alertIngest = Apart.of(suite, Program.ALERT_INGEST, AlertIngestApplication.class,
				suite.url(Program.ALERT_INGEST), directory);
		escalation = Apart.of(suite, Program.ESCALATION, EscalationApplication.class, suite.url(Program.ESCALATION),
				directory);
		List.of(Program.POSTMORTEM, Program.ESCALATION, Program.ALERT_INGEST).forEach(suite::stop);
		alertIngest.launch();
		escalation.launch();
		alertIngest.awaitReady();
		escalation.awaitReady();
	}

	@AfterAll
	static void stop() throws Exception {
		for (AutoCloseable started : Stream.of(escalation, alertIngest, suite, postgres)
			.filter(Objects::nonNull)
			.toList()) {
			started.close();
		}
	}

	@Test
	@DisabledIfSystemProperty(named = MINUTES, matches = ".+")
	void nothingAcceptedIsLostWhoeverIsKilled() throws Exception {
		Flapping sent = send("all");
		for (Victim victim : Victim.values()) {
			LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
			victim.dieAndReturn();
		}
		check(sent, "all", Victim.values().length);
	}

	@ParameterizedTest
	@EnumSource(Victim.class)
	@EnabledIfSystemProperty(named = MINUTES, matches = ".+")
	void nothingAcceptedIsLostForMinutes(Victim victim) throws Exception {
		String name = victim.name().toLowerCase().replace('_', '-');
		long end = System.nanoTime() + Duration.ofMinutes(Long.getLong(MINUTES)).toNanos();
		Flapping sent = send(name);
		int kills = 0;
		while (System.nanoTime() < end) {
			LockSupport.parkNanos(BETWEEN_KILLS.toNanos());
			victim.dieAndReturn();
			kills++;
		}
		check(sent, name, kills);
	}

	private static Flapping send(String name) {
		String url = api.put("/api/v1/integrations/" + name, """
				{"type": "alertmanager"}""").get("url").asString();
		return new Flapping(name, url).start();
	}

	private static void check(Flapping sent, String name, int kills) throws Exception {
		sent.stop();
		Books books = new Books(database, name);
		books.awaitRead();
		log.info("{}: {} kills, {} alerts accepted, {} bodies sent again", name, kills, sent.accepted(),
				sent.repeated());
		books.toldAll(sent);
		books.tookAll(sent);
	}

	private enum Victim {

		ALERT_INGEST {
			@Override
			void dieAndReturn() {
				alertIngest.kill();
				alertIngest.start();
			}
		},

		POSTGRES {
			@Override
			void dieAndReturn() {
				long pid = postgres.pid();
				ProcessHandle.of(pid).orElseThrow().destroyForcibly();
				Journey.eventually()
					.atMost(Duration.ofMinutes(2))
					.until(() -> postgres.pid() != pid && Books.answers(database));
			}
		},

		ESCALATION {
			@Override
			void dieAndReturn() {
				escalation.kill();
				escalation.start();
			}
		};

		abstract void dieAndReturn();

	}

}
