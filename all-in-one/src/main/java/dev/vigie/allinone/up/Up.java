package dev.vigie.allinone.up;

import java.io.PrintWriter;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code vigie up}.
 */
@Command(name = "up",
		description = "Starts all of Vigie in one process, over a PostgreSQL of its own or the one of DATABASE_URL.")
public final class Up implements Runnable {

	@Mixin
	private Options options = new Options();

	@Option(names = "--host", paramLabel = "ADDRESS", description = "Address to listen on (default: all).")
	private @Nullable String host;

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public void run() {
		PrintWriter out = (this.spec != null) ? this.spec.commandLine().getOut() : new PrintWriter(System.out, true);
		new Launch(this.options, out, this.host, 1).run((_) -> {
		}, (installation) -> {
			AccessFile access = installation.announce();
			out.println("  console   " + access.url() + "/");
			out.println("  API       " + access.url() + "/docs");
			out.println("  sign in   as " + access.admin().name() + "; password and API token are in "
					+ AccessFile.path(installation.home()));
			out.println("Ctrl-C stops it.");
			out.flush();
			return true;
		});
	}

}
