package dev.vigie.oncall.person;

import java.util.function.Predicate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One name in place of another, inside JSON.
 *
 * @param from the name as it stands
 * @param to what shall stand there
 */
public record Renaming(String from, String to) {

	/**
	 * Renames what stands at the path of a field such as {@code members[0].person}: a
	 * name, or names in a list or an object.
	 */
	public void at(JsonNode tree, String field) {
		String pointer = "/" + field.replace("]", "").replace('[', '/').replace('.', '/');
		int end = pointer.lastIndexOf('/');
		String last = pointer.substring(end + 1);
		switch (tree.at(pointer.substring(0, end))) {
			case ObjectNode object when object.has(last) ->
				object.set(last, renamed(object.path(last), true, (_) -> true));
			case ArrayNode array -> {
				int index = Integer.parseInt(last);
				array.set(index, renamed(array.path(index), true, (_) -> true));
			}
			default -> throw new IllegalArgumentException("There is no " + field);
		}
	}

	/**
	 * The same with the name renamed in some fields, however deep.
	 * @param fields by their names, which fields hold names of people
	 */
	public JsonNode in(JsonNode tree, Predicate<String> fields) {
		return renamed(tree, false, fields);
	}

	private JsonNode renamed(JsonNode value, boolean isName, Predicate<String> fields) {
		return switch (value) {
			case ArrayNode array -> {
				ArrayNode renamed = array.arrayNode();
				array.values().forEach((one) -> renamed.add(renamed(one, isName, fields)));
				yield renamed;
			}
			case ObjectNode object -> {
				ObjectNode renamed = object.objectNode();
				object.properties()
					.forEach((one) -> renamed.set(one.getKey(),
							renamed(one.getValue(), fields.test(one.getKey()), fields)));
				yield renamed;
			}
			case StringNode text when isName && text.stringValue().equals(this.from) -> StringNode.valueOf(this.to);
			default -> value;
		};
	}

}
