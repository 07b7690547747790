package dev.vigie.alertingest.sender;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

import dev.vigie.shared.problem.Invalid;

/**
 * Takes texts out of one JSON body in a form that can be stored: U+0000 is taken out,
 * half a surrogate pair becomes U+FFFD, and what is no text is written as its JSON.
 */
public final class JsonTexts {

	private boolean cleaned;

	/**
	 * Whether anything had to be changed so far.
	 */
	public boolean cleaned() {
		return this.cleaned;
	}

	public @Nullable String text(JsonParser parser) {
		return switch (parser.currentToken()) {
			case VALUE_NULL -> null;
			case START_OBJECT, START_ARRAY -> clean(parser.readValueAsTree().toString());
			default -> clean(parser.getString());
		};
	}

	/**
	 * The text of a member of a tree, null if it is null or not there.
	 */
	public @Nullable String text(@Nullable JsonNode node) {
		if (node == null || node.isNull() || node.isMissingNode()) {
			return null;
		}
		return clean(node.isContainer() ? node.toString() : node.asString());
	}

	/**
	 * A map of texts; members that are null are left out, as if they were not there.
	 */
	public Map<String, String> map(JsonParser parser, String field) {
		Map<String, String> map = new LinkedHashMap<>();
		if (parser.currentToken() == JsonToken.VALUE_NULL) {
			return map;
		}
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			throw new Invalid(field, "must be an object");
		}
		while (parser.nextToken() != JsonToken.END_OBJECT) {
			String name = clean(parser.currentName());
			parser.nextToken();
			String value = text(parser);
			if (value != null) {
				map.put(name, value);
			}
		}
		return map;
	}

	/**
	 * The members of a body that is an object, as texts.
	 */
	public Map<String, String> members(byte[] body) {
		return JsonBodies.read(body, (parser) -> {
			if (parser.nextToken() != JsonToken.START_OBJECT) {
				throw new Invalid("", "The body must be a JSON object");
			}
			return map(parser, "");
		});
	}

	public int count(JsonParser parser, String field) {
		return switch (parser.currentToken()) {
			case VALUE_NULL -> 0;
			case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> clamp(parser.getDecimalValue());
			default -> throw new Invalid(field, "must be a number");
		};
	}

	private static int clamp(BigDecimal number) {
		return number.min(BigDecimal.valueOf(Integer.MAX_VALUE)).max(BigDecimal.ZERO).intValue();
	}

	/**
	 * The text in a form that can be stored.
	 */
	public String clean(String text) {
		if (isClean(text)) {
			return text;
		}
		this.cleaned = true;
		StringBuilder result = new StringBuilder(text.length());
		text.codePoints().filter((point) -> point != 0).forEach((point) -> {
			boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
			result.appendCodePoint(half ? 0xfffd : point);
		});
		return result.toString();
	}

	private static boolean isClean(String text) {
		for (int i = 0; i < text.length(); i++) {
			char next = text.charAt(i);
			if (next == 0 || (Character.isSurrogate(next) && !isPair(text, i))) {
				return false;
			}
			if (Character.isHighSurrogate(next)) {
				i++;
			}
		}
		return true;
	}

	private static boolean isPair(String text, int i) {
		return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1));
	}

}
