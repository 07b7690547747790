package dev.vigie.alertingest.sender.opsgenie;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.sender.JsonTexts;

/**
 * Takes the fields out of a body, cut to Opsgenie's lengths instead of refused.
 */
final class Fields {

	static final int ALIAS = 512;

	private final JsonTexts texts = new JsonTexts();

	private final JsonNode body;

	private final Command command;

	Fields(JsonNode body, Command command) {
		this.body = body;
		this.command = command;
	}

	/**
	 * A text of the body, or else of the query; null if it is missing or blank.
	 */
	@Nullable String text(String name, int longest) {
		JsonNode value = this.body.get(name);
		String text = (value != null) ? text(value, longest) : null;
		String other = this.command.value(name);
		return (text != null || other == null || other.isBlank()) ? text : cut(this.texts.clean(other), longest);
	}

	/**
	 * A text that may well be empty; null if it is missing.
	 */
	@Nullable String any(String name, int longest) {
		JsonNode value = this.body.get(name);
		return (value == null || value.isNull()) ? null : cut(plain(value), longest);
	}

	private @Nullable String text(JsonNode value, int longest) {
		String text = value.isNull() ? "" : cut(plain(value), longest);
		return text.isBlank() ? null : text;
	}

	private String plain(JsonNode value) {
		return this.texts.clean(value.isValueNode() ? value.asString() : value.toString());
	}

	/**
	 * The texts of a list, or of a query's with commas between.
	 */
	List<String> list(String name, int most, int longest) {
		List<String> list = new ArrayList<>();
		JsonNode values = this.body.get(name);
		String other = this.command.value(name);
		if (values != null && values.isArray()) {
			values.forEach((value) -> add(list, text(value, longest)));
		}
		else if (values != null) {
			add(list, text(values, longest));
		}
		else if (other != null) {
			for (String value : other.split(",")) {
				add(list, value.isBlank() ? null : cut(this.texts.clean(value.strip()), longest));
			}
		}
		return list.subList(0, Math.min(list.size(), most));
	}

	private static void add(List<String> list, @Nullable String text) {
		if (text != null) {
			list.add(text);
		}
	}

	/**
	 * Who is meant by an object with an id, a name or a user name, or by a list of them.
	 */
	List<Who> people(String name) {
		JsonNode value = this.body.get(name);
		if (value == null) {
			return List.of();
		}
		return (value.isArray() ? value.valueStream() : Stream.of(value)).filter(JsonNode::isObject)
			.limit(50)
			.map(this::who)
			.filter((who) -> !who.name().isEmpty())
			.toList();
	}

	private Who who(JsonNode value) {
		String named = "";
		for (String field : List.of("name", "username", "id")) {
			JsonNode text = value.get(field);
			String found = (text != null) ? text(text, 200) : null;
			named = (named.isEmpty() && found != null) ? found : named;
		}
		JsonNode type = value.get("type");
		String known = (type != null) ? text(type, 50) : null;
		return new Who((known != null) ? known : "", named);
	}

	/**
	 * The members of an object, their values as texts.
	 */
	void each(String name, BiConsumer<String, JsonNode> use) {
		JsonNode object = this.body.get(name);
		if (object != null && object.isObject()) {
			object.properties().forEach((member) -> use.accept(this.texts.clean(member.getKey()), member.getValue()));
		}
	}

	String whole(JsonNode value) {
		return plain(value);
	}

	boolean cleaned() {
		return this.texts.cleaned();
	}

	static String cut(String text, int longest) {
		return (text.codePointCount(0, text.length()) <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, longest));
	}

	/**
	 * A team, a user, a schedule or an escalation.
	 */
	record Who(String type, String name) {

		@Override
		public String toString() {
			return this.type.isEmpty() ? this.name : this.type + " " + this.name;
		}

	}

}
