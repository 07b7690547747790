package dev.vigie.alertingest.sender.pagerduty;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.JsonTexts;
import dev.vigie.shared.problem.TooLarge;

/**
 * The fields of one event, as texts that can be stored.
 */
final class EventFields {

	/**
	 * Senders cut their events at 512 KB of details; what they add is left room.
	 */
	private static final int LONGEST_BODY = 1024 * 1024;

	private static final int LONGEST_TEXT = 1024;

	private final JsonTexts texts;

	private final JsonNode tree;

	private EventFields(JsonTexts texts, JsonNode tree) {
		this.texts = texts;
		this.tree = tree;
	}

	static EventFields read(byte[] body) {
		if (body.length > LONGEST_BODY) {
			throw new TooLarge("An event may be 1 MiB long at most");
		}
		return new EventFields(new JsonTexts(), JsonBodies.object(body));
	}

	/**
	 * The fields of a member; none if it is no object.
	 */
	EventFields in(String name) {
		return new EventFields(this.texts, this.tree.path(name));
	}

	JsonNode node(String name) {
		return this.tree.path(name);
	}

	JsonTexts texts() {
		return this.texts;
	}

	/**
	 * A field that holds something, at most 1024 characters of it.
	 */
	@Nullable String text(String name) {
		return text(this.texts, this.tree.path(name), LONGEST_TEXT);
	}

	/**
	 * What a value says, its JSON if it is no plain value.
	 */
	static @Nullable String text(JsonTexts texts, JsonNode value, int longest) {
		if (value.isMissingNode() || value.isNull()) {
			return null;
		}
		String text = texts.clean(value.isContainer() ? value.toString() : value.asString()).strip();
		return text.isEmpty() ? null : cut(text, longest);
	}

	static String cut(String text, int longest) {
		return (text.codePointCount(0, text.length()) <= longest) ? text
				: text.substring(0, text.offsetByCodePoints(0, longest));
	}

}
