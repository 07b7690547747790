package dev.vigie.alertingest.integration;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import dev.vigie.shared.problem.Invalid;

/**
 * Keeps secrets in documents from being shown: every text in a field whose name ends in
 * secret, password or token (or the plural) is shown as three stars, and three stars that
 * come back stand for what is stored.
 */
final class Secrets {

	static final String MASK = "***";

	private static final List<String> NAMES = List.of("secret", "secrets", "password", "passwords", "token", "tokens");

	private static final JsonNodeFactory nodes = JsonNodeFactory.instance;

	private Secrets() {
	}

	static JsonNode masked(JsonNode document) {
		return masked(document, false);
	}

	/**
	 * The document with the stored secrets in place of the stars.
	 * @throws Invalid where stars stand for nothing
	 */
	static JsonNode restored(JsonNode document, @Nullable JsonNode stored) {
		return restored(document, stored, false, "");
	}

	private static JsonNode masked(JsonNode node, boolean secret) {
		return switch (node) {
			case ObjectNode object -> {
				ObjectNode result = nodes.objectNode();
				object.properties()
					.forEach((field) -> result.set(field.getKey(),
							masked(field.getValue(), secret || isSecret(field.getKey()))));
				yield result;
			}
			case ArrayNode array -> {
				ArrayNode result = nodes.arrayNode();
				array.forEach((element) -> result.add(masked(element, secret)));
				yield result;
			}
			default -> (secret && !node.isNull()) ? nodes.stringNode(MASK) : node;
		};
	}

	private static JsonNode restored(JsonNode node, @Nullable JsonNode stored, boolean secret, String path) {
		return switch (node) {
			case ObjectNode object -> {
				ObjectNode result = nodes.objectNode();
				object.properties()
					.forEach((field) -> result.set(field.getKey(),
							restored(field.getValue(), (stored != null) ? stored.get(field.getKey()) : null,
									secret || isSecret(field.getKey()),
									path.isEmpty() ? field.getKey() : path + "." + field.getKey())));
				yield result;
			}
			case ArrayNode array -> {
				ArrayNode result = nodes.arrayNode();
				for (int i = 0; i < array.size(); i++) {
					result.add(restored(array.get(i), element(stored, i), secret, path + "[" + i + "]"));
				}
				yield result;
			}
			default -> (secret && node.isString() && MASK.equals(node.asString())) ? value(stored, path) : node;
		};
	}

	// Stars past the end of a stored list stand for its last: the old one behind a new
	// one.
	private static @Nullable JsonNode element(@Nullable JsonNode stored, int place) {
		return (stored == null || !stored.isArray() || stored.isEmpty()) ? null
				: stored.get(Math.min(place, stored.size() - 1));
	}

	private static JsonNode value(@Nullable JsonNode stored, String path) {
		if (stored == null || stored.isContainer() || stored.isNull()) {
			throw new Invalid(path, MASK + " stands for what is stored, and nothing is");
		}
		return stored;
	}

	private static boolean isSecret(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return NAMES.stream().anyMatch(lower::endsWith);
	}

}
