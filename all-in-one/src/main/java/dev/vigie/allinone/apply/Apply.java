package dev.vigie.allinone.apply;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.up.ServerOptions;

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

	@Mixin
	private final ServerOptions server = new ServerOptions();

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
		return new Application(this.server.api(), out).apply(Source.below(this.files), this.dryRun, this.prune) ? 0 : 1;
	}

}
