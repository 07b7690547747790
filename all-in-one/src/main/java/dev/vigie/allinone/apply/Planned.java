package dev.vigie.allinone.apply;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * What the server would do with one document.
 *
 * @param document the document
 * @param change the server's answer
 */
record Planned(YamlDocument document, JsonNode change) {

	boolean changes() {
		return !action().equals("UNCHANGED");
	}

	boolean creates() {
		return action().equals("CREATED");
	}

	/**
	 * The version this change was planned over.
	 */
	int over() {
		return this.change.path("version").asInt() - 1;
	}

	List<Reference> references() {
		return Reference.of(this.change);
	}

	List<String> lines() {
		return creates() ? List.of() : Diff.between(this.change.path("before"), this.change.path("after"));
	}

	private String action() {
		return this.change.path("action").asString();
	}

}
