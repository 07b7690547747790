package dev.vigie.oncall.person;

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
			case ObjectNode object when object.has(last) -> object.set(last, of(object.path(last)));
			case ArrayNode array -> array.set(Integer.parseInt(last), of(array.path(Integer.parseInt(last))));
			default -> throw new IllegalArgumentException("There is no " + field);
		}
	}

	/**
	 * Renames what stands in fields of that name, however deep.
	 */
	public void everywhere(JsonNode tree, String field) {
		if (tree instanceof ObjectNode object) {
			for (String name : object.propertyNames().stream().toList()) {
				if (name.equals(field)) {
					object.set(name, of(object.path(name)));
				}
				else {
					everywhere(object.path(name), field);
				}
			}
		}
		else {
			tree.values().forEach((value) -> everywhere(value, field));
		}
	}

	private JsonNode of(JsonNode value) {
		return switch (value) {
			case ArrayNode array -> {
				ArrayNode renamed = array.arrayNode();
				array.values().forEach((one) -> renamed.add(of(one)));
				yield renamed;
			}
			case ObjectNode object -> {
				ObjectNode renamed = object.objectNode();
				object.properties().forEach((one) -> renamed.set(one.getKey(), of(one.getValue())));
				yield renamed;
			}
			default -> (value.isString() && value.asString().equals(this.from)) ? StringNode.valueOf(this.to) : value;
		};
	}

}
