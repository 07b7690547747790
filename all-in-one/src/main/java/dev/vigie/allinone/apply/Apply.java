package dev.vigie.allinone.apply;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.api.VigieApi;
import dev.vigie.allinone.up.AccessFile;
import dev.vigie.allinone.up.Options;

/**
 * {@code vigie apply}.
 */
@Command(name = "apply",
		description = { "Applies configuration documents (apiVersion, kind, metadata.name, spec) to a running Vigie.",
				"Everything is checked first; if anything is wrong, nothing is changed." },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:the documents are valid and, unless --dry-run, applied", "1:something was refused",
				"2:the command line is wrong" })
public final class Apply implements Callable<Integer> {

	@Option(names = { "-f", "--file" }, required = true, arity = "1..*", paramLabel = "DIR|FILE",
			description = "Documents; of a folder all *.yaml and *.yml below it.")
	private List<Path> files = List.of();

	@Option(names = "--dry-run", description = "Only say what would be done.")
	private boolean dryRun;

	@Option(names = "--prune", description = "Delete what the server has and the documents have not, of those kinds"
			+ " that occur in the documents. An integration that goes takes its address with it.")
	private boolean prune;

	@Option(names = "--url", description = "Address of Vigie (default: VIGIE_URL, then access.json).")
	private @Nullable String url;

	@Option(names = "--token", description = "API token (default: VIGIE_TOKEN, then access.json).")
	private @Nullable String token;

	@Option(names = "--data", paramLabel = "DIR",
			description = "Data directory whose access.json is used (default: ~/.vigie).")
	private @Nullable Path data;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		PrintWriter out = (this.spec != null) ? this.spec.commandLine().getOut() : new PrintWriter(System.out, true);
		for (Path file : this.files) {
			if (!Files.exists(file)) {
				throw new CommandFailure(file + " does not exist");
			}
		}
		return new Application(api(), out).apply(Source.below(this.files), this.dryRun, this.prune) ? 0 : 1;
	}

	private VigieApi api() {
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
