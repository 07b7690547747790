package dev.vigie.alertingest.sender;

import java.util.function.Function;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.problem.Invalid;

/**
 * Opens bodies that are JSON, with bounds on what a hostile one can cost. Whatever is
 * wrong with one is {@link Invalid}, with the place.
 */
public final class JsonBodies {

	private static final StreamReadConstraints GUARDS = StreamReadConstraints.builder()
		.maxNestingDepth(100)
		.maxStringLength(8 * 1024 * 1024)
		.maxNameLength(64 * 1024)
		.maxNumberLength(100)
		.build();

	private static final JsonMapper json = JsonMapper
		.builder(JsonFactory.builder().streamReadConstraints(GUARDS).build())
		.build();

	private JsonBodies() {
	}

	/**
	 * Reads one value as a stream, for bodies that may be long; nothing may follow it.
	 * @param <T> what comes of it
	 * @param use starts before the first token
	 */
	public static <T> T read(byte[] body, Function<JsonParser, T> use) {
		try (JsonParser parser = json.createParser(body)) {
			T result = use.apply(parser);
			if (parser.nextToken() != null) {
				throw new Invalid("", "There is something after the end of the JSON value");
			}
			return result;
		}
		catch (JacksonException failure) {
			throw new Invalid("", reason(failure));
		}
	}

	/**
	 * Reads one object as a tree, for bodies that are short.
	 */
	public static JsonNode object(byte[] body) {
		JsonNode tree = tree(body);
		if (!tree.isObject()) {
			throw new Invalid("", "The body must be a JSON object");
		}
		return tree;
	}

	/**
	 * Reads any one value as a tree.
	 */
	public static JsonNode tree(byte[] body) {
		return read(body, (parser) -> {
			if (parser.nextToken() == null) {
				throw new Invalid("", "The body is empty");
			}
			return parser.readValueAsTree();
		});
	}

	private static String reason(JacksonException failure) {
		TokenStreamLocation place = failure.getLocation(); // a broken guard has none
		return (place == null) ? failure.getOriginalMessage() : "%s (line %d, column %d)"
			.formatted(failure.getOriginalMessage(), place.getLineNr(), place.getColumnNr());
	}

}
