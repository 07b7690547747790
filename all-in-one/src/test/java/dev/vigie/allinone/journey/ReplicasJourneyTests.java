package dev.vigie.allinone.journey;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.vigie.allinone.postgres.Postgres;
import dev.vigie.allinone.suite.Database;
import dev.vigie.allinone.suite.Program;
import dev.vigie.allinone.suite.Suite;
import dev.vigie.allinone.suite.SuiteSettings;
import dev.vigie.escalation.EscalationApplication;
import dev.vigie.escalation.audit.Audit;
import dev.vigie.gateway.account.FirstAccess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three escalation-service processes over one database, any of which is killed or stands
 * still while incidents come in and escalate, as PostgreSQL is killed too: each step of
 * each incident tells whom it should once. A few dozen incidents by default;
 * {@code -Dvigie.kill.incidents=2000} is the long run, and
 * {@code -Dvigie.standstill.seconds=90} lets who stands still miss every lease.
 */
class ReplicasJourneyTests {

	private static final Logger log = LoggerFactory.getLogger(ReplicasJourneyTests.class);

	private static final int INCIDENTS = Integer.getInteger("vigie.kill.incidents", 90);

	private static final int PER_SECOND = 20;

	private static final int REPLICAS = 3;

	private static final int SHORT = 300;

	private static final Duration STANDSTILL = Duration.ofSeconds(Integer.getInteger("vigie.standstill.seconds", 3));

	private static final Duration BETWEEN = Duration.ofSeconds(6);

	private final Random random = new Random(42);

	private final Mailbox mailbox = new Mailbox();

	private final List<Apart> replicas = new ArrayList<>();

	@TempDir
	private Path directory;

	private Postgres postgres;

	private Suite suite;

	private String database;

	private Organisation ops;

	@BeforeEach
	void start() {
		this.postgres = Postgres.prepare(this.directory).start();
		this.database = this.postgres.url()
				+ "?user=%s&password=%s".formatted(this.postgres.user(), this.postgres.password());
		this.suite = Suite.start(SuiteSettings.over(new Database(this.database, null, null))
			.property("spring.mail.host", "127.0.0.1")
			.property("spring.mail.port", String.valueOf(this.mailbox.port()))
			.property("vigie.paging.fallback-email", "duty@ops.example")
			.property("vigie.paging.lease", "8s")); // not a minute for those who died
		IntStream.range(1, REPLICAS).forEach((_) -> launch("http://127.0.0.1:" + Journey.freePort()));
		this.ops = Organisation.in(new Api(this.suite.url(),
				this.suite.context(Program.GATEWAY).getBean(FirstAccess.class).prepare().token()));
		this.ops.escalates("""
				{"after": "0s", "notify": [{"onCall": "primary"}]},
				{"after": "5s", "notify": [{"team": "ops", "position": "tech-lead"}]},
				{"after": "10s", "notify": [{"person": "grace"}]}""");
		launchBehindTheGateway();
		this.replicas.forEach(Apart::awaitReady);
	}

	private void launchBehindTheGateway() {
		String url = this.suite.url(Program.ESCALATION);
		Apart replica = Apart.of(this.suite, Program.ESCALATION, EscalationApplication.class, url, this.directory);
		this.suite.stop(Program.POSTMORTEM);
		this.suite.stop(Program.ESCALATION);
		this.replicas.add(replica);
		replica.launch();
	}

	private void launch(String url) {
		Apart replica = Apart.of(this.suite, Program.ESCALATION, EscalationApplication.class, url, this.directory);
		this.replicas.add(replica);
		replica.launch();
	}

	@AfterEach
	void stop() throws Exception {
		for (AutoCloseable started : Stream
			.concat(this.replicas.stream(), Stream.of(this.suite, this.postgres, this.mailbox))
			.filter(Objects::nonNull)
			.toList()) {
			started.close();
		}
	}

	@Test
	void carryOutEachStepOfEachIncidentOnceWhoeverIsKilled() throws Exception {
		AtomicInteger accepted = new AtomicInteger();
		Thread sender = Thread.ofVirtual().start(() -> send(accepted));
		int troubles = (INCIDENTS <= SHORT) ? each() : untilAccepted(accepted);
		assertThat(sender.join(Duration.ofMinutes(5))).as("All are accepted").isTrue();
		Ledger ledger = new Ledger(this.database);
		ledger.awaitPages(INCIDENTS * 3);
		log.info("{} incidents, {} troubles, mails that came again: {}, steps late by up to {} ms", INCIDENTS, troubles,
				this.mailbox.all().size() - INCIDENTS * 3, ledger.latest());
		ledger.holdsEachStepOnce(INCIDENTS, 3);
		ledger.explains(this.mailbox.all());
		nothingIsForgotten();
	}

	private void nothingIsForgotten() {
		this.replicas.getLast().close();
		this.suite.start(Program.ESCALATION); // to look through its eyes
		assertThat(Audit.breaches(this.suite.context(Program.ESCALATION))).isEmpty();
		assertThat(new Api(this.suite.url(Program.ESCALATION), null).send("GET", "/actuator/prometheus", null).body())
			.contains("vigie_promises_broken{")
			.doesNotContainPattern("vigie_promises_broken\\{[^}]*} [1-9]");
	}

	private int each() {
		park(Duration.ofSeconds(1));
		for (Trouble trouble : Trouble.values()) {
			trouble.befall(this);
			park(Duration.ofSeconds(1));
		}
		return Trouble.values().length;
	}

	private int untilAccepted(AtomicInteger accepted) {
		int troubles = 0;
		while (accepted.get() < INCIDENTS) {
			park(BETWEEN.dividedBy(2).plusMillis(this.random.nextLong(BETWEEN.toMillis())));
			Trouble.values()[this.random.nextInt(Trouble.values().length)].befall(this);
			troubles++;
		}
		return troubles;
	}

	private Apart anyReplica() {
		return this.replicas.get(this.random.nextInt(REPLICAS));
	}

	private void send(AtomicInteger accepted) {
		long began = System.nanoTime();
		for (int i = 0; i < INCIDENTS; i++) {
			String name = "Twin" + i;
			LockSupport.parkNanos(began + i * Duration.ofSeconds(1).toNanos() / PER_SECOND - System.nanoTime());
			Thread.ofVirtual().start(() -> {
				while (this.ops.post("firing", name, "critical", "2026-03-02T11:59:00Z").status() != 200) {
					park(Duration.ofMillis(300)); // as Alertmanager does
				}
				accepted.incrementAndGet();
			});
		}
		while (accepted.get() < INCIDENTS) {
			park(Duration.ofMillis(50));
		}
	}

	private static void park(Duration duration) {
		LockSupport.parkNanos(duration.toNanos());
	}

	private enum Trouble {

		A_REPLICA_DIES {
			@Override
			void befall(ReplicasJourneyTests journey) {
				Apart victim = journey.anyReplica();
				victim.kill();
				victim.launch(); // the others go on meanwhile
			}
		},

		A_REPLICA_STANDS_STILL {
			@Override
			void befall(ReplicasJourneyTests journey) {
				Apart victim = journey.anyReplica();
				victim.pause();
				park(STANDSTILL);
				victim.resume();
			}
		},

		POSTGRES_DIES {
			@Override
			void befall(ReplicasJourneyTests journey) {
				long pid = journey.postgres.pid();
				ProcessHandle.of(pid).orElseThrow().destroyForcibly();
				Journey.eventually()
					.atMost(Duration.ofMinutes(2))
					.until(() -> journey.postgres.pid() != pid && Books.answers(journey.database));
			}
		};

		abstract void befall(ReplicasJourneyTests journey);

	}

}
