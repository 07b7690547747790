package dev.vigie.gateway.console.layout;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A form as it was filled in, so that a page can show it again when it was refused.
 *
 * @param name which form of the page
 * @param number of the incident that it is about
 */
public record Form(String name, String number, Map<String, String> values) implements Serializable {

	static final Form NONE = new Form("", "", Map.of());

	public Form {
		values = Map.copyOf(values);
	}

	/**
	 * What was sent, without the token of the session.
	 */
	public static Form of(String name, String number, Map<String, String> sent) {
		Map<String, String> values = new TreeMap<>(sent);
		values.remove("_csrf");
		return new Form(name, number, values);
	}

	public boolean is(String name) {
		return this.name.equals(name);
	}

	/**
	 * What was filled in, null where it was another form.
	 */
	public @Nullable String value(String form, String field) {
		return is(form) ? this.values.get(field) : null;
	}

	/**
	 * What was filled in, null for nothing.
	 */
	public @Nullable String text(String field) {
		String value = this.values.getOrDefault(field, "").strip();
		return value.isEmpty() ? null : value;
	}

	/**
	 * What was filled in, empty for nothing: the program asked says what it thinks of
	 * that.
	 */
	public String required(String field) {
		return this.values.getOrDefault(field, "").strip();
	}

}
