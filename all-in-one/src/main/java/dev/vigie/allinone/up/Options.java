package dev.vigie.allinone.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.vigie.allinone.CommandFailure;

/**
 * What every command that starts Vigie takes.
 */
public final class Options {

	@Option(names = "--data", paramLabel = "DIR", description = "Where everything is kept (default: ~/.vigie).")
	private @Nullable Path data;

	@Option(names = "--port", defaultValue = "8080", paramLabel = "PORT",
			description = "Port of the console, the API and the senders' addresses (default: ${DEFAULT-VALUE}; 0: any).")
	private int port;

	int port() {
		if (this.port < 0 || this.port > 65535) {
			throw new CommandFailure("There is no port " + this.port);
		}
		return this.port;
	}

	/**
	 * The data directory, made when it is not there.
	 */
	Path home() {
		Path home = home(this.data);
		try {
			if (!Files.isDirectory(home)) {
				Files.createDirectories(home,
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			}
			return home.toRealPath();
		}
		catch (IOException failure) {
			throw new CommandFailure("The data directory " + home + " cannot be used: " + failure, failure);
		}
	}

	/**
	 * The given data directory or the usual one.
	 */
	public static Path home(@Nullable Path data) {
		return ((data != null) ? data : Path.of(System.getProperty("user.home"), ".vigie")).toAbsolutePath();
	}

}
