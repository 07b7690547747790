package dev.vigie.allinone;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

import dev.vigie.allinone.apply.Apply;
import dev.vigie.allinone.demo.Demo;
import dev.vigie.allinone.simulate.Simulate;
import dev.vigie.allinone.up.Up;

/**
 * The command line.
 */
@Command(name = "vigie", mixinStandardHelpOptions = true, versionProvider = Vigie.Version.class,
		scope = CommandLine.ScopeType.INHERIT,
		description = "Incident management: from the alert to the page to the post-mortem.",
		subcommands = { Up.class, Demo.class, Apply.class, Simulate.class })
public final class Vigie {

	private Vigie() {
	}

	/**
	 * Runs one command and ends the process with its exit code.
	 */
	public static void main(String[] args) {
		System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
		System.exit(run(args));
	}

	static int run(String... args) {
		CommandLine command = new CommandLine(new Vigie());
		command.setExecutionExceptionHandler((failure, failed, _) -> {
			failed.getErr().println(line(failure));
			return 1;
		});
		return (args.length == 0) ? command.execute("--help") : command.execute(args);
	}

	// People get a line; the log, when there is one already, keeps the trace.
	private static String line(Exception failure) {
		LoggerFactory.getLogger(Vigie.class).info("The command failed", failure);
		return (failure instanceof CommandFailure known) ? known.line() : "Unexpected: " + failure;
	}

	/**
	 * The version this was built as.
	 */
	static final class Version implements IVersionProvider {

		@Override
		public String[] getVersion() throws IOException {
			Properties properties = new Properties();
			try (InputStream file = Vigie.class.getResourceAsStream("version.properties")) {
				properties.load(file);
			}
			return new String[] { "vigie " + properties.getProperty("version") };
		}

	}

}
