package dev.vigie.allinone.apply;

import java.util.List;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

/**
 * One document points to another.
 *
 * @param field the field of the spec that holds the name
 * @param kind the kind pointed to
 * @param name its name
 * @param as what its field {@code as} must say, empty if that does not matter
 */
record Reference(String field, Kind kind, String name, String as) {

	static List<Reference> of(JsonNode change) {
		return change.path("references").valueStream().map(Reference::read).flatMap(Optional::stream).toList();
	}

	private static Optional<Reference> read(JsonNode node) {
		return Kind.of(node.path("kind").asString(""))
			.map((kind) -> new Reference(node.path("field").asString(""), kind, node.path("name").asString(""),
					node.path("as").asString("")));
	}

}
