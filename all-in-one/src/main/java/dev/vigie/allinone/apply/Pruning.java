package dev.vigie.allinone.apply;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.databind.JsonNode;

import dev.vigie.allinone.CommandFailure;

/**
 * Finds what the server has and the set has not. Only kinds that occur in the set are
 * looked at: a folder of runbooks says nothing about people. What a document that stays
 * still points to is kept from being deleted, and what was made in a hurry, without a
 * name, belongs to no set.
 */
final class Pruning {

	private final DocumentSet set;

	private final Server server;

	Pruning(DocumentSet set, Server server) {
		this.set = set;
		this.server = server;
	}

	/**
	 * What would be deleted, those that point to others first.
	 */
	List<Surplus> surplus() {
		List<Surplus> surplus = new ArrayList<>();
		for (Kind kind : List.of(Kind.values()).reversed()) {
			if (this.set.kinds().contains(kind)) {
				for (JsonNode stored : this.server.all(kind)) {
					String name = stored.path("name").asString();
					if (!this.set.has(kind, name) && !stored.path("adHoc").asBoolean(false)) {
						surplus.add(new Surplus(kind, name));
					}
				}
			}
		}
		if (!surplus.isEmpty()) {
			refuseWhatIsNeeded(surplus);
		}
		return surplus;
	}

	private void refuseWhatIsNeeded(List<Surplus> surplus) {
		for (Kind kind : Kind.values()) {
			for (JsonNode stored : this.server.all(kind)) {
				String name = stored.path("name").asString();
				// What is in the set has been checked against it already.
				if (!this.set.has(kind, name) && !surplus.contains(new Surplus(kind, name))) {
					refuseWhatIsNeeded(kind, stored, surplus);
				}
			}
		}
	}

	private void refuseWhatIsNeeded(Kind kind, JsonNode stored, List<Surplus> surplus) {
		for (Reference reference : this.server.references(kind, stored)) {
			Surplus target = new Surplus(reference.kind(), reference.name());
			if (surplus.contains(target)) {
				throw new CommandFailure("%s cannot be deleted: %s %s on the server still points to it"
					.formatted(target.title(), kind.word(), stored.path("name").asString()));
			}
		}
	}

	/**
	 * A document the set does not know.
	 *
	 * @param kind its kind
	 * @param name its name
	 */
	record Surplus(Kind kind, String name) {

		String title() {
			return this.kind.word() + " " + this.name;
		}

	}

}
