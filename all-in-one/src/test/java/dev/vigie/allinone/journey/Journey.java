package dev.vigie.allinone.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.suite.Database;
import dev.vigie.allinone.suite.Program;
import dev.vigie.allinone.suite.Suite;
import dev.vigie.allinone.suite.SuiteSettings;
import dev.vigie.gateway.account.FirstAccess;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.TestDatabase;

/**
 * A running suite with its mailbox and a first administrator. Journeys that can share one
 * do: it takes some ten seconds to start.
 */
final class Journey implements AutoCloseable {

	private static Journey shared;

	private final SettableClock clock = new SettableClock();

	private final Mailbox mailbox = new Mailbox();

	private final String database = TestDatabase.create();

	private final Suite suite;

	private final Api api;

	private final String oneTimePassword;

	private Journey(boolean systemClock) {
		this.suite = Suite.start(SuiteSettings.over(new Database(this.database, null, null))
			.clock(systemClock ? InstantSource.system() : this.clock)
			.property("spring.mail.host", "127.0.0.1")
			.property("spring.mail.port", String.valueOf(this.mailbox.port()))
			.property("vigie.paging.fallback-email", "duty@ops.example"));
		FirstAccess.Access access = this.suite.context(Program.GATEWAY).getBean(FirstAccess.class).prepare();
		this.api = new Api(this.suite.url(), access.token());
		this.oneTimePassword = access.password();
	}

	/**
	 * The suite whose clock a test moves; started once.
	 */
	static synchronized Journey shared() {
		if (shared == null) {
			shared = new Journey(false);
			Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
		}
		return shared;
	}

	/**
	 * A suite of one's own whose clock a test moves.
	 */
	static Journey ofItsOwn() {
		return new Journey(false);
	}

	/**
	 * A suite of one's own that lives by the machine's clock.
	 */
	static Journey byTheSystemsClock() {
		return new Journey(true);
	}

	Suite suite() {
		return this.suite;
	}

	Api api() {
		return this.api;
	}

	/**
	 * With a token that begins now: none lasts for as long as a test may move the clock.
	 */
	Api apiFromNowOn() {
		return new Api(this.suite.url(),
				this.suite.context(Program.GATEWAY).getBean(FirstAccess.class).prepare().token());
	}

	String oneTimePassword() {
		return this.oneTimePassword;
	}

	Mailbox mailbox() {
		return this.mailbox;
	}

	SettableClock clock() {
		return this.clock;
	}

	String database() {
		return this.database;
	}

	/**
	 * All programs go and come back at the same addresses.
	 * @param meanwhile what happens while nobody is there
	 */
	void restart(Runnable meanwhile) {
		List<Program> programs = List.of(Program.values());
		programs.reversed().forEach(this.suite::stop);
		meanwhile.run();
		this.suite.start(Program.GATEWAY); // gives the others their tokens
		programs.forEach(this.suite::start);
	}

	static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(100));
	}

	/**
	 * Waits for the newest incident about the alert to be in the status.
	 */
	JsonNode incident(String alertname, String status) {
		return eventually().until(() -> this.api.items("/api/v1/incidents?limit=200")
			.filter((incident) -> alertname.equals(incident.at("/groupLabels/alertname").asString())
					&& status.equals(incident.get("status").asString()))
			.findFirst()
			.orElse(null), (found) -> found != null);
	}

	List<String> timelineCodes(long number) {
		return this.api.items("/api/v1/incidents/" + number + "/timeline?limit=200")
			.map((entry) -> entry.get("code").asString())
			.toList();
	}

	List<JsonNode> pages(long number) {
		return this.api.items("/api/v1/incidents/" + number + "/pages").toList();
	}

	@Override
	public void close() {
		this.suite.close();
		this.mailbox.close();
	}

}
