package dev.vigie.allinone.suite;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.Assert;

import dev.vigie.allinone.CommandFailure;

/**
 * All programs in this JVM, a context each, talking over HTTP as they do when they run
 * alone. Up as a whole or not at all.
 */
public final class Suite implements AutoCloseable {

	private static final Logger log = LoggerFactory.getLogger(Suite.class);

	// The gateway first, since the others ask it for tokens, then those that take
	// longest.
	private static final List<Program> STARTS = List.of(Program.GATEWAY, Program.ESCALATION, Program.ALERT_INGEST,
			Program.ONCALL, Program.POSTMORTEM, Program.RUNBOOK);

	private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2,
			Program.values().length);

	private final SuiteSettings settings;

	private final Addresses addresses;

	private final String secret;

	private final Map<Program, ConfigurableApplicationContext> contexts = new ConcurrentHashMap<>();

	private Suite(SuiteSettings settings) {
		this.settings = settings;
		this.addresses = Addresses.choose(settings);
		byte[] random = new byte[32];
		new SecureRandom().nextBytes(random);
		this.secret = HexFormat.of().formatHex(random);
	}

	/**
	 * Starts all programs and returns when the last of them is up.
	 */
	public static Suite start(SuiteSettings settings) {
		// Boot's logging is one per JVM and set up anew by each context; here it is
		// nobody's.
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		Suite suite = new Suite(settings);
		suite.startAll();
		return suite;
	}

	/**
	 * The address people and senders use.
	 */
	public String url() {
		return this.addresses.publicUrl();
	}

	/**
	 * The address at which this machine reaches the gateway.
	 */
	public String localUrl() {
		return this.addresses.inner(Program.GATEWAY);
	}

	/**
	 * The address of one program, past the gateway.
	 */
	public String url(Program program) {
		return this.addresses.inner(program);
	}

	public InstantSource clock() {
		return this.settings.clock();
	}

	/**
	 * The secret the programs of this start share.
	 */
	public String secret() {
		return this.secret;
	}

	/**
	 * The running context of a program.
	 */
	public ConfigurableApplicationContext context(Program program) {
		ConfigurableApplicationContext context = this.contexts.get(program);
		Assert.state(context != null, () -> program + " is stopped");
		return context;
	}

	/**
	 * Stops one program; the others go on.
	 */
	public void stop(Program program) {
		ConfigurableApplicationContext context = this.contexts.remove(program);
		if (context != null) {
			context.close();
		}
	}

	/**
	 * Starts one program again where it was; harmless when it runs.
	 */
	public void start(Program program) {
		if (!this.contexts.containsKey(program)) {
			SpringApplicationBuilder builder = program.builder()
				.bannerMode(Banner.Mode.OFF)
				.registerShutdownHook(false)
				.initializers((context) -> prepare(program, (GenericApplicationContext) context));
			this.contexts.put(program, builder.run(arguments(program)));
		}
	}

	/**
	 * Closes callers before callees.
	 */
	@Override
	public void close() {
		List<Program> order = new ArrayList<>(List.of(Program.values()).reversed());
		order.forEach(this::stop);
	}

	private void startAll() {
		Map<Program, CompletableFuture<@Nullable Void>> starts = new EnumMap<>(Program.class);
		@Nullable CommandFailure failure = null;
		try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
			for (Program program : STARTS) {
				starts.put(program, CompletableFuture.runAsync(() -> start(program), threads));
			}
			for (Map.Entry<Program, CompletableFuture<@Nullable Void>> start : starts.entrySet()) {
				failure = outcome(start.getKey(), start.getValue(), failure);
			}
		}
		if (failure != null) {
			close();
			throw failure;
		}
	}

	private static @Nullable CommandFailure outcome(Program program, CompletableFuture<@Nullable Void> start,
			@Nullable CommandFailure earlier) {
		try {
			start.join();
			return earlier;
		}
		catch (CompletionException failure) {
			log.info("{} did not start", program, failure.getCause()); // the console gets
																		// the line of the
																		// command
			return (earlier != null) ? earlier
					: new CommandFailure(program + " did not start: " + root(failure), failure.getCause());
		}
	}

	private static String root(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
	}

	private void prepare(Program program, GenericApplicationContext context) {
		context.getBeanFactory().registerSingleton("clock", this.settings.clock());
		this.settings.additions(program).forEach((addition) -> addition.accept(context));
	}

	// Arguments, not system properties: those would be one for all programs.
	private String[] arguments(Program program) {
		Map<String, String> values = new ConcurrentHashMap<>();
		for (Program other : Program.values()) {
			values.put(other.addressSetting(), this.addresses.inner(other));
		}
		Database database = this.settings.database();
		values.put("DATABASE_URL", database.url()); // whatever the environment says
		values.put("spring.datasource.url", database.url());
		if (database.user() != null) {
			values.put("spring.datasource.username", database.user());
		}
		if (database.password() != null) {
			values.put("spring.datasource.password", database.password());
		}
		values.put("VIGIE_URL", this.addresses.publicUrl());
		values.put("VIGIE_SERVICE_SECRET", this.secret);
		values.put("vigie.access.issuer", this.addresses.publicUrl());
		values.put("vigie.access.gateway", this.addresses.inner(Program.GATEWAY));
		values.put("vigie.access.client-secret", this.secret);
		values.put("vigie.gateway.first-start", "false"); // whoever starts the suite asks
															// for the first access
		values.put("server.port", String.valueOf(this.addresses.ports().get(program)));
		String host = this.addresses.host(program);
		if (host != null) {
			values.put("server.address", host);
		}
		values.putAll(this.settings.properties());
		return values.entrySet()
			.stream()
			.map((value) -> "--" + value.getKey() + "=" + value.getValue())
			.toArray(String[]::new);
	}

}
