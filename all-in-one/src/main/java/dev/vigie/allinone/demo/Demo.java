package dev.vigie.allinone.demo;

import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.Ports;
import dev.vigie.allinone.api.VigieApi;
import dev.vigie.allinone.apply.Application;
import dev.vigie.allinone.apply.Source;
import dev.vigie.allinone.suite.Program;
import dev.vigie.allinone.suite.SuiteSettings;
import dev.vigie.allinone.up.AccessFile;
import dev.vigie.allinone.up.Installation;
import dev.vigie.allinone.up.Launch;
import dev.vigie.allinone.up.Options;

/**
 * {@code vigie demo}.
 */
@Command(name = "demo",
		description = "Starts Vigie with an example organisation and a mailbox, and pages somebody about an alert.")
public final class Demo implements Runnable {

	private static final String EXAMPLE = "examples/rewapp";

	private static final Duration LEASE = Duration.ofSeconds(60);

	@Mixin
	private Options options = new Options();

	@Option(names = "--speed", defaultValue = "1", paramLabel = "N",
			description = "Run the clock N times as fast, so that minutes pass in seconds (1 to 3600).")
	private int speed;

	@Option(names = "--until-paged", hidden = true, description = "End as soon as the page went out.")
	private boolean untilPaged;

	@Spec
	private @Nullable CommandSpec spec;

	private @Nullable Mailbox mailbox;

	@Override
	public void run() {
		if (this.speed < 1 || this.speed > 3600) {
			throw new CommandFailure("--speed is between 1 and 3600");
		}
		PrintWriter out = (this.spec != null) ? this.spec.commandLine().getOut() : new PrintWriter(System.out, true);
		new Launch(this.options, out, "127.0.0.1", this.speed).run(this::addMailbox, (installation) -> {
			show(installation, out);
			return !this.untilPaged;
		});
	}

	private void addMailbox(SuiteSettings settings) {
		int port = Ports.free();
		Mailbox box = new Mailbox(settings.clock(), port).open();
		this.mailbox = box;
		settings.property("spring.mail.host", "127.0.0.1")
			.property("spring.mail.port", String.valueOf(port))
			.property("vigie.paging.fallback-email", "nobody-left@rewapp.example")
			// A lease of real seconds, however fast the clock runs: else a page would be
			// sent twice.
			.property("vigie.paging.lease", LEASE.multipliedBy(this.speed).toString())
			.property("vigie.gateway.open-paths", "/dev/mailbox/**")
			.addition(Program.GATEWAY, (context) -> context.registerBean("mailboxController", MailboxController.class,
					() -> new MailboxController(box)));
	}

	private void show(Installation installation, PrintWriter out) {
		AccessFile first = installation.announce();
		VigieApi api = new VigieApi(installation.suite().localUrl(), first.token());
		if (!new Application(api, out).apply(example(), false, false)) {
			throw new CommandFailure("The example organisation was refused");
		}
		AccessFile access = installation.announce();
		api = new VigieApi(installation.suite().localUrl(), access.token());
		ExampleAlert alert = new ExampleAlert(installation.suite().clock().instant());
		String path = URI.create(sender(access)).getPath();
		out.println();
		out.println("Alertmanager posts an alert to " + sender(access));
		api.post(path, alert.payload()).orRefuse();
		try {
			tell(alert, api, access, out);
		}
		catch (CommandFailure failure) {
			if (this.untilPaged) {
				throw failure;
			}
			out.println(failure.line()); // what is up stays up
			out.flush();
		}
	}

	private void tell(ExampleAlert alert, VigieApi api, AccessFile access, PrintWriter out) {
		IncidentStory story = IncidentStory.of(alert, api, out);
		story.tellUntilPaged();
		explain(access, story.number(), out);
		if (!this.untilPaged) {
			story.tellUntilResolved();
		}
	}

	private static void explain(AccessFile access, long number, PrintWriter out) {
		String command = "  curl -X POST -H 'Authorization: Bearer %s' %s/api/v1/incidents/%d/%s";
		out.println();
		out.println("The page is in the mailbox: " + access.url() + "/dev/mailbox");
		out.println("Acknowledge the incident, or the next person is paged:");
		out.println(command.formatted(access.token(), access.url(), number, "acknowledge"));
		out.println("and resolve it:");
		out.println(command.formatted(access.token(), access.url(), number, "resolve"));
		out.println("Console: %s/ (sign in as %s; the one-time password is in access.json). Ctrl-C stops the demo."
			.formatted(access.url(), access.admin().name()));
		out.println();
		out.flush();
	}

	private static String sender(AccessFile access) {
		String url = access.integrations().get("alertmanager");
		if (url == null) {
			throw new CommandFailure("The example organisation has no integration alertmanager");
		}
		return url;
	}

	// Beside the command when it runs from a checkout, else as packaged.
	private static List<Source> example() {
		String home = System.getProperty("vigie.home");
		Path folder = Path.of((home != null) ? home : ".", EXAMPLE);
		return Files.isDirectory(folder) ? Source.below(List.of(folder)) : Source.packaged(EXAMPLE);
	}

}
