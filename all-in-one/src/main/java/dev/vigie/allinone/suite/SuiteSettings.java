package dev.vigie.allinone.suite;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What whoever starts the suite decides. The rest follows from it or stands in the
 * programs' own settings.
 */
public final class SuiteSettings {

	private final Database database;

	private final Map<String, String> properties = new LinkedHashMap<>();

	private final Map<Program, List<Consumer<GenericApplicationContext>>> additions = new EnumMap<>(Program.class);

	private InstantSource clock = InstantSource.system();

	private @Nullable String host;

	private int port;

	private @Nullable String publicUrl;

	private SuiteSettings(Database database) {
		this.database = database;
	}

	/**
	 * The gateway on a free port of the loopback interface, by the system's clock.
	 */
	public static SuiteSettings over(Database database) {
		return new SuiteSettings(database).listen("127.0.0.1", 0);
	}

	/**
	 * Where the gateway listens: on all interfaces without a host, on a free port with
	 * port 0.
	 */
	public SuiteSettings listen(@Nullable String host, int port) {
		this.host = host;
		this.port = port;
		return this;
	}

	/**
	 * The address people and senders use, when it is not the one the gateway listens on.
	 */
	public SuiteSettings publicUrl(@Nullable String url) {
		this.publicUrl = url;
		return this;
	}

	/**
	 * The one clock of all programs.
	 */
	public SuiteSettings clock(InstantSource clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * A setting of every program, stronger than its files and the environment.
	 */
	public SuiteSettings property(String name, String value) {
		this.properties.put(name, value);
		return this;
	}

	/**
	 * Something more in the context of one program, before it is refreshed.
	 */
	public SuiteSettings addition(Program program, Consumer<GenericApplicationContext> addition) {
		this.additions.computeIfAbsent(program, (_) -> new ArrayList<>()).add(addition);
		return this;
	}

	Database database() {
		return this.database;
	}

	public InstantSource clock() {
		return this.clock;
	}

	@Nullable String host() {
		return this.host;
	}

	int port() {
		return this.port;
	}

	@Nullable String publicUrl() {
		return this.publicUrl;
	}

	Map<String, String> properties() {
		return Map.copyOf(this.properties);
	}

	List<Consumer<GenericApplicationContext>> additions(Program program) {
		return List.copyOf(this.additions.getOrDefault(program, List.of()));
	}

}
