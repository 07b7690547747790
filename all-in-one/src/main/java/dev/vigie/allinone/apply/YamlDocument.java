package dev.vigie.allinone.apply;

import org.yaml.snakeyaml.nodes.Node;
import tools.jackson.databind.JsonNode;

/**
 * One configuration document of a set.
 *
 * @param file the file it stands in
 * @param kind what it describes
 * @param name its {@code metadata.name}
 * @param spec its {@code spec}
 * @param root the document as it is written, for the lines of its fields
 */
record YamlDocument(String file, Kind kind, String name, JsonNode spec, Node root) {

	Finding finding(String field, String reason) {
		return new Finding(this.file, Lines.of(this.root, field), field, reason);
	}

	/**
	 * The place of the document on the server.
	 */
	String path() {
		return this.kind.path() + "/" + this.name;
	}

	String title() {
		return this.kind.word() + " " + this.name;
	}

}
