package dev.vigie.alertingest.sender.generic;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

import dev.cel.common.values.NullValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.alertingest.sender.JsonTexts;

/**
 * Writes values of the language as texts that can be stored: within bounds, and free of
 * what PostgreSQL does not take.
 */
final class Texts {

	private static final JsonMapper json = JsonMapper.builder().build();

	private static final int LONGEST = 32 * 1024;

	private final JsonTexts cleaner = new JsonTexts();

	/**
	 * The value as a text, null if there is nothing to read in it.
	 */
	@Nullable String text(@Nullable Object value) {
		if (value == null) {
			return null;
		}
		String text;
		if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
			StringBuilder written = new StringBuilder();
			write(value, written);
			text = written.toString();
		}
		else {
			text = value.toString();
		}
		String clean = this.cleaner.clean(cut(text, LONGEST));
		return clean.isBlank() ? null : clean;
	}

	boolean cleaned() {
		return this.cleaner.cleaned();
	}

	static String cut(String text, int longest) {
		if (text.length() <= longest) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
		return text.substring(0, end) + "…";
	}

	// Stops when there is more than anybody reads: a list may hold another many times.
	private static void write(@Nullable Object value, StringBuilder to) {
		if (to.length() > LONGEST) {
			return;
		}
		switch (value) {
			case null -> to.append("null");
			case NullValue _ -> to.append("null");
			case String text -> to.append(json.writeValueAsString(cut(text, LONGEST)));
			case Number number -> to.append(number);
			case Boolean bool -> to.append(bool);
			case Instant instant -> to.append('"').append(instant).append('"');
			case Collection<?> list -> {
				to.append('[');
				list.stream().limit(LONGEST).forEach((element) -> {
					to.append((to.charAt(to.length() - 1) == '[') ? "" : ",");
					write(element, to);
				});
				to.append(']');
			}
			case Map<?, ?> map -> {
				to.append('{');
				map.entrySet().stream().limit(LONGEST).forEach((member) -> {
					to.append((to.charAt(to.length() - 1) == '{') ? "" : ",");
					write(String.valueOf(member.getKey()), to);
					to.append(':');
					write(member.getValue(), to);
				});
				to.append('}');
			}
			default -> write(value.toString(), to);
		}
	}

}
