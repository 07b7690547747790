package dev.vigie.allinone.simulate;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.apply.Draft;
import dev.vigie.allinone.up.ServerOptions;

/**
 * {@code vigie simulate}.
 */
@Command(name = "simulate",
		description = { "Shows whom an incident would tell, when and why, if nobody acknowledged. Tells nobody.",
				"Give an incident, or the labels of an alert that might come." },
		exitCodeListHeading = "%nExit codes:%n",
		exitCodeList = { "0:the future is printed", "1:it cannot be told", "2:the command line is wrong" })
public final class Simulate implements Callable<Integer> {

	@Option(names = "--incident", paramLabel = "INC-42", description = "An incident that is there.")
	private @Nullable String incident;

	@Option(names = { "-l", "--label" }, paramLabel = "NAME=VALUE", description = "A label of the alert.")
	private Map<String, String> labels = new TreeMap<>();

	@Option(names = { "-a", "--annotation" }, paramLabel = "NAME=VALUE", description = "An annotation of the alert.")
	private Map<String, String> annotations = new TreeMap<>();

	@Option(names = "--integration", paramLabel = "NAME", description = "The integration the alert comes from.")
	private @Nullable String integration;

	@Option(names = "--team", paramLabel = "NAME", description = "The team of that integration.")
	private @Nullable String team;

	@Option(names = "--impact", description = "It harms the business.")
	private boolean impact;

	@Option(names = "--at", paramLabel = "INSTANT",
			description = "When it comes, for example 2026-10-25T00:30:00Z (default: now).")
	private @Nullable String at;

	@Option(names = "--policy", paramLabel = "FILE",
			description = "A document of kind EscalationPolicy that is tried instead of the one of the route.")
	private @Nullable Path policy;

	@Option(names = "--rules", paramLabel = "FILE",
			description = "A document of kind SeverityRules that is tried instead of those of the route.")
	private @Nullable Path rules;

	@Option(names = "--zone", paramLabel = "ZONE", description = "The zone of the times (default: this machine's).")
	private String zone = ZoneId.systemDefault().getId();

	@Mixin
	private final ServerOptions server = new ServerOptions();

	@Spec
	private @Nullable CommandSpec spec;

	@Override
	public Integer call() {
		PrintWriter out = (this.spec != null) ? this.spec.commandLine().getOut() : new PrintWriter(System.out, true);
		JsonNode outlook = this.server.api().post("/api/v1/escalations:simulate", question()).orRefuse().body();
		Outlook.print(outlook, zone(), out);
		return 0;
	}

	private ZoneId zone() {
		try {
			return ZoneId.of(this.zone);
		}
		catch (DateTimeException _) {
			throw new CommandFailure("--zone must be one of the IANA zones, for example Europe/Paris");
		}
	}

	private ObjectNode question() {
		if ((this.incident == null) == this.labels.isEmpty()) {
			throw new CommandFailure("Give either --incident or the labels of an alert");
		}
		ObjectNode question = JsonNodeFactory.instance.objectNode();
		List.of(new Given("incident", this.incident), new Given("integration", this.integration),
				new Given("team", this.team), new Given("at", this.at))
			.forEach((given) -> given.putInto(question));
		if (this.incident == null) {
			ObjectNode alert = question.putArray("alerts").addObject();
			ObjectNode labels = alert.putObject("labels");
			this.labels.forEach(labels::put);
			ObjectNode annotations = alert.putObject("annotations");
			this.annotations.forEach(annotations::put);
		}
		if (this.impact) {
			question.put("impact", true);
		}
		drafts(question);
		return question;
	}

	private void drafts(ObjectNode question) {
		if (this.policy != null) {
			question.withObject("/drafts").set("escalationPolicy", Draft.spec(this.policy, "EscalationPolicy"));
		}
		if (this.rules != null) {
			question.withObject("/drafts").set("severityRules", Draft.spec(this.rules, "SeverityRules"));
		}
	}

	/**
	 * An option that may have been given.
	 */
	private record Given(String name, @Nullable String value) {

		void putInto(ObjectNode question) {
			if (this.value != null) {
				question.put(this.name, this.value);
			}
		}

	}

}
