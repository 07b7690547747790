package dev.vigie.allinone.apply;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.api.VigieApi;

/**
 * Applies a set of documents: everything is checked before anything is changed, and
 * applying it again changes nothing.
 */
public final class Application {

	private final Server server;

	private final PrintWriter out;

	public Application(VigieApi api, PrintWriter out) {
		this.server = new Server(api);
		this.out = out;
	}

	/**
	 * Applies the documents.
	 * @param sources the files they stand in
	 * @param dryRun only says what would be done
	 * @param prune deletes what the server has beyond the set, of the kinds in the set
	 * @return whether the set is valid; if not, nothing was changed
	 */
	public boolean apply(List<Source> sources, boolean dryRun, boolean prune) {
		DocumentSet set = DocumentReader.read(sources);
		if (set.documents().isEmpty() && set.findings().isEmpty()) {
			throw new CommandFailure("There is no document in what was given");
		}
		List<Finding> findings = new ArrayList<>(set.findings());
		List<Planned> plan = plan(set, prune, findings);
		if (!findings.isEmpty()) {
			findings.stream().sorted().distinct().forEach(this.out::println);
			this.out.println("%d %s; nothing was changed".formatted(findings.size(),
					(findings.size() == 1) ? "problem" : "problems"));
			this.out.flush();
			return false;
		}
		List<Pruning.Surplus> surplus = prune ? new Pruning(set, this.server).surplus() : List.of();
		plan.stream().filter(Planned::changes).forEach(this::show);
		surplus.forEach((gone) -> this.out.println("- " + gone.title()));
		if (!dryRun) {
			change(plan, surplus);
		}
		summarise(plan, surplus.size(), dryRun);
		return true;
	}

	private List<Planned> plan(DocumentSet set, boolean prune, List<Finding> findings) {
		List<Planned> plan = new ArrayList<>();
		set.documents().forEach((document) -> this.server.plan(document, plan, findings));
		for (Planned planned : plan) {
			for (Reference reference : planned.references()) {
				wrong(reference, set, prune).ifPresent(
						(reason) -> findings.add(planned.document().finding("spec." + reference.field(), reason)));
			}
		}
		return plan;
	}

	private Optional<String> wrong(Reference reference, DocumentSet set, boolean prune) {
		if (!exists(reference, set, prune)) {
			return Optional.of("there is no %s %s, neither in these documents nor on the server"
				.formatted(reference.kind().word(), reference.name()));
		}
		String as = reference.as().isEmpty() ? "" : as(reference, set);
		return as.equals(reference.as()) ? Optional.empty()
				: Optional.of("must be a %s that says as: %s; %s says as: %s".formatted(reference.kind().word(),
						reference.as(), reference.name(), as));
	}

	private String as(Reference reference, DocumentSet set) {
		return set.find(reference.kind(), reference.name())
			.map(YamlDocument::spec)
			.orElseGet(() -> this.server.spec(reference.kind(), reference.name()))
			.path("as")
			.asString("");
	}

	private boolean exists(Reference reference, DocumentSet set, boolean prune) {
		boolean pruned = prune && set.kinds().contains(reference.kind());
		return set.has(reference.kind(), reference.name())
				|| (!pruned && this.server.has(reference.kind(), reference.name()));
	}

	private void change(List<Planned> plan, List<Pruning.Surplus> surplus) {
		int done = 0;
		try {
			for (Planned planned : plan) {
				if (planned.changes()) {
					tell(planned, this.server.apply(planned));
					done++;
				}
			}
			for (Pruning.Surplus gone : surplus) {
				this.server.delete(gone.kind(), gone.name());
				done++;
			}
		}
		catch (CommandFailure failure) {
			throw new CommandFailure("%s (%d changes were made before that)".formatted(failure.line(), done), failure);
		}
	}

	private void show(Planned planned) {
		this.out.println((planned.creates() ? "+ " : "~ ") + planned.document().title());
		planned.lines().forEach((line) -> this.out.println("    " + line));
	}

	private void tell(Planned planned, JsonNode answer) {
		String url = answer.path("url").asString("");
		if (planned.creates() && !url.isEmpty()) {
			this.out.println("%s takes alerts at %s".formatted(planned.document().title(), url));
		}
	}

	private void summarise(List<Planned> plan, int deleted, boolean dryRun) {
		long created = plan.stream().filter(Planned::creates).count();
		long changed = plan.stream().filter(Planned::changes).count();
		if (changed + deleted == 0) {
			this.out
				.println("All %d documents are as they are on the server; nothing to change".formatted(plan.size()));
		}
		else {
			this.out.println("%s%d created, %d updated, %d deleted, %d unchanged".formatted(
					dryRun ? "Nothing was changed; it would be " : "", created, changed - created, deleted,
					plan.size() - changed));
		}
		this.out.flush();
	}

}
