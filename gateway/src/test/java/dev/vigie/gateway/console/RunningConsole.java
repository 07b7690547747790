package dev.vigie.gateway.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;

import org.springframework.context.ConfigurableApplicationContext;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.GatewayApplication;
import dev.vigie.gateway.account.AccountFixtures;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.login.Browser;
import dev.vigie.testsupport.TestDatabase;

/**
 * A gateway before fake programs, whose pages tests read as a browser does; started once
 * for all of them.
 */
public final class RunningConsole {

	private static final String PASSWORD = "a password of one's own";

	private static RunningConsole shared;

	private final String address;

	private final FakePrograms programs = new FakePrograms();

	private final Map<Role, Browser> browsers = new EnumMap<>(Role.class);

	private final ConfigurableApplicationContext gateway;

	private RunningConsole() {
		int port = freePort();
		this.address = "http://localhost:" + port;
		this.gateway = GatewayApplication.builder()
			.run("--spring.config.name=gateway", "--server.port=" + port, "--vigie.access.issuer=" + this.address,
					"--spring.datasource.url=" + TestDatabase.create(), "--vigie.access.client-secret=a-shared-secret",
					"--vigie.gateway.first-start=false",
					"--vigie.gateway.programs.alert-ingest=" + this.programs.address(),
					"--vigie.gateway.programs.escalation-service=" + this.programs.address(),
					"--vigie.gateway.programs.oncall-service=" + this.programs.address(),
					"--vigie.gateway.programs.runbook-service=" + this.programs.address());
	}

	public static synchronized RunningConsole shared() {
		if (shared == null) {
			shared = new RunningConsole();
			Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
		}
		shared.programs.reset();
		return shared;
	}

	public FakePrograms programs() {
		return this.programs;
	}

	/**
	 * The browser of somebody with this role, who reads English.
	 */
	public Browser as(Role role) {
		return this.browsers.computeIfAbsent(role, this::signIn).in("en");
	}

	private Browser signIn(Role role) {
		AccountFixtures accounts = this.gateway.getBean(AccountFixtures.class);
		accounts.choosePassword(role.text(), accounts.oneTimePassword(role.text(), role), PASSWORD);
		this.programs.answer("GET /api/v1/incidents", 200, "{\"items\": [], \"next\": null}");
		Browser browser = new Browser(this.address);
		browser.open("/");
		URI start = browser.submit("/login", Map.of("username", role.text(), "password", PASSWORD)).uri();
		if (!start.getPath().equals("/")) {
			throw new AssertionError("The sign-in ended at " + start);
		}
		return browser;
	}

	private void close() {
		this.gateway.close();
		this.programs.close();
	}

	private static int freePort() {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return free.getLocalPort();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
