package dev.vigie.allinone.apply;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.CommandFailure;
import dev.vigie.allinone.api.VigieApi;

/**
 * The documents of a running Vigie.
 */
final class Server {

	private final VigieApi api;

	private final Map<String, Boolean> known = new HashMap<>();

	Server(VigieApi api) {
		this.api = api;
	}

	/**
	 * Asks what would happen, and adds what is wrong to the findings.
	 */
	void plan(YamlDocument document, List<Planned> plan, List<Finding> findings) {
		VigieApi.Answer answer = this.api.put(document.path() + "?dryRun=true", document.spec(), null);
		if (answer.isOk()) {
			plan.add(new Planned(document, answer.body()));
		}
		else {
			findings.addAll(findings(document, answer));
		}
	}

	JsonNode apply(Planned planned) {
		YamlDocument document = planned.document();
		VigieApi.Answer answer = this.api.put(document.path(), document.spec(),
				planned.creates() ? null : planned.over());
		if (answer.isOk()) {
			return answer.body();
		}
		if (answer.status() == 412) {
			throw new CommandFailure(document.title() + " was changed by somebody else just now; run this again");
		}
		throw new CommandFailure(findings(document, answer).getFirst().toString());
	}

	boolean has(Kind kind, String name) {
		return this.known.computeIfAbsent(kind.path() + "/" + name, (path) -> {
			VigieApi.Answer answer = this.api.get(path);
			return answer.status() != 404 && answer.orRefuse().isOk();
		});
	}

	JsonNode spec(Kind kind, String name) {
		return this.api.get(kind.path() + "/" + name).orRefuse().body().path("spec");
	}

	List<JsonNode> all(Kind kind) {
		return this.api.all(kind.path());
	}

	/**
	 * What a stored document points to: the answer to putting it as it is.
	 */
	List<Reference> references(Kind kind, JsonNode stored) {
		String path = kind.path() + "/" + stored.path("name").asString() + "?dryRun=true";
		return Reference.of(this.api.put(path, stored.path("spec"), null).orRefuse().body());
	}

	void delete(Kind kind, String name) {
		this.api.delete(kind.path() + "/" + name).orRefuse();
	}

	private static List<Finding> findings(YamlDocument document, VigieApi.Answer answer) {
		if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
			throw new CommandFailure(answer.explain()); // about the caller or the server,
														// not the document
		}
		List<Finding> findings = new ArrayList<>();
		for (JsonNode error : answer.body().path("errors").values()) {
			String field = error.path("field").asString("");
			findings.add(document.finding(field.isEmpty() ? "spec" : "spec." + field,
					error.path("reason").asString("is refused")));
		}
		if (findings.isEmpty()) {
			findings.add(document.finding("spec", answer.explain()));
		}
		return findings;
	}

}
