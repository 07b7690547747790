package dev.vigie.alertingest.sender.opsgenie;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

import dev.vigie.shared.problem.Invalid;

/**
 * What the address of a call says, in a form that is kept beside its body: the action,
 * the alert's alias, and what was given in the query.
 *
 * @param values {@code alias}, unless there is no such alert; {@code of}, what the sender
 * called it; {@code user}, {@code note} and the like
 */
record Command(Action action, Map<String, String> values) {

	Command {
		values = Map.copyOf(values);
	}

	/**
	 * Reads what {@link #text()} wrote. A body that comes with nothing creates.
	 */
	static Command parse(String text) {
		int mark = (text.indexOf('?') >= 0) ? text.indexOf('?') : text.length();
		String name = text.substring(0, mark);
		try {
			Action action = name.isEmpty() ? Action.CREATE : Action.valueOf(name.toUpperCase(Locale.ROOT));
			return new Command(action, pairs(text.substring(Math.min(mark + 1, text.length()))));
		}
		catch (IllegalArgumentException _) {
			throw new Invalid("", "There is no such call");
		}
	}

	/**
	 * Reads a query.
	 */
	static Map<String, String> pairs(@Nullable String query) {
		Map<String, String> pairs = new LinkedHashMap<>();
		if (query != null && !query.isEmpty()) {
			for (String pair : query.split("&")) {
				String[] parts = pair.split("=", 2);
				pairs.putIfAbsent(decode(parts[0]), (parts.length == 2) ? decode(parts[1]) : "");
			}
		}
		return pairs;
	}

	private static String decode(String text) {
		try {
			return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException _) {
			return text; // not encoded at all
		}
	}

	@Nullable String value(String name) {
		return this.values.get(name);
	}

	String text() {
		return this.action.name().toLowerCase(Locale.ROOT) + this.values.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.map((pair) -> UriUtils.encode(pair.getKey(), StandardCharsets.UTF_8) + "="
					+ UriUtils.encode(pair.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&", "?", ""));
	}

}
