package dev.vigie.allinone.up;

import java.nio.file.Path;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.api.VigieApi;

/**
 * Which running Vigie a command talks to.
 */
public final class ServerOptions {

	@Option(names = "--url", description = "Address of Vigie (default: VIGIE_URL, then access.json).")
	private @Nullable String url;

	@Option(names = "--token", description = "API token (default: VIGIE_TOKEN, then access.json).")
	private @Nullable String token;

	@Option(names = "--data", paramLabel = "DIR",
			description = "Data directory whose access.json is used (default: ~/.vigie).")
	private @Nullable Path data;

	public VigieApi api() {
		String address = given(this.url, "VIGIE_URL");
		String key = given(this.token, "VIGIE_TOKEN");
		if (address != null && key != null) {
			return new VigieApi(address, key);
		}
		Path home = Options.home(this.data);
		Optional<AccessFile> access = AccessFile.read(home);
		if (access.isEmpty()) {
			throw new CommandFailure("Vigie does not run on the data in %s (no access.json there);".formatted(home)
					+ " start it, or give --url and --token");
		}
		if (address != null && !address.equals(access.get().url())) {
			throw new CommandFailure("The token in access.json is not for " + address + "; give --token");
		}
		return new VigieApi(access.get().url(), (key != null) ? key : access.get().token());
	}

	private static @Nullable String given(@Nullable String option, String variable) {
		return (option != null) ? option : System.getenv(variable);
	}

}
