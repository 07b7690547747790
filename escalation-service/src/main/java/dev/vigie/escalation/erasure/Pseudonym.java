package dev.vigie.escalation.erasure;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One name in place of another: in a column or a field that holds names, and in texts
 * that this program wrote. A team, a label or a schedule of the same name stays.
 *
 * @param person the name as it stands
 * @param name what shall stand there
 * @param addresses what would tell who it was as well
 */
record Pseudonym(String person, String name, Set<String> addresses) {

	// Fields that name a person, beside those that end in "By".
	private static final Set<String> PEOPLE = Set.of("person", "people", "actor", "by", "who", "recipient", "author",
			"outgoing", "incoming", "meantFor", "targets");

	// What senders and users wrote is theirs.
	private static final Set<String> FOREIGN = Set.of("labels", "groupLabels", "annotations");

	private static final Set<String> TEXTS = Set.of("texts", "reason");

	Pseudonym {
		addresses = Set.copyOf(addresses);
	}

	/**
	 * A value that is the name of somebody, or that points to a person.
	 */
	String in(String value) {
		for (String prefix : new String[] { "", "person:", "Person/" }) {
			if (value.equals(prefix + this.person)) {
				return prefix + this.name;
			}
		}
		return value;
	}

	/**
	 * A text, with the name where it stands as a word, and without addresses.
	 */
	String inText(String text) {
		return Pattern.compile("(?<![\\w.-]|\\w@)" + Pattern.quote(this.person) + "(?![\\w@-]|\\.\\w)")
			.matcher(withoutAddresses(text))
			.replaceAll(Matcher.quoteReplacement(this.name));
	}

	String withoutAddresses(String text) {
		String without = text;
		for (String address : this.addresses) {
			without = without.replace(address, this.name);
		}
		return without;
	}

	/**
	 * JSON with the name in its fields of people; in its texts too if it names them or
	 * one of their addresses.
	 * @param field what the whole is called
	 */
	JsonNode in(String field, JsonNode tree) {
		JsonNode renamed = walk(tree, field, this::in, this::withoutAddresses);
		return renamed.equals(tree) ? tree : walk(renamed, field, this::in, this::inText);
	}

	private JsonNode walk(JsonNode value, String field, UnaryOperator<String> names, UnaryOperator<String> texts) {
		return switch (value) {
			case ArrayNode array -> {
				ArrayNode walked = array.arrayNode();
				array.values().forEach((one) -> walked.add(walk(one, field, names, texts)));
				yield walked;
			}
			case ObjectNode object -> {
				ObjectNode walked = object.objectNode();
				object.properties()
					.forEach((one) -> walked.set(one.getKey(), FOREIGN.contains(one.getKey()) ? one.getValue()
							: walk(one.getValue(), field(field, one.getKey()), names, texts)));
				yield walked;
			}
			case StringNode text -> StringNode.valueOf(string(text.stringValue(), field, names, texts));
			default -> value;
		};
	}

	private static String field(String above, String key) {
		return TEXTS.contains(above) ? above : key;
	}

	private String string(String text, String field, UnaryOperator<String> names, UnaryOperator<String> texts) {
		if (TEXTS.contains(field)) {
			return texts.apply(text);
		}
		boolean points = text.startsWith("person:") || text.startsWith("Person/");
		return (points || PEOPLE.contains(field) || field.endsWith("By")) ? names.apply(text) : text;
	}

}
