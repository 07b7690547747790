package dev.vigie.oncall.amendment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * Ids of what is made, so that saying it again makes no second one.
 */
public final class RequestIds {

	/**
	 * The header in which clients send a key of their own.
	 */
	public static final String HEADER = "Idempotency-Key";

	private static final int LONGEST_KEY = 200;

	private RequestIds() {
	}

	/**
	 * The id that the client chose; one that follows from its key; or a new one.
	 * @param scope within what the client's key means one thing
	 */
	public static UUID of(@Nullable UUID id, @Nullable String key, String... scope) {
		if (id != null || key == null) {
			return (id != null) ? id : UUID.randomUUID();
		}
		if (key.isBlank() || key.length() > LONGEST_KEY) {
			throw new Invalid(HEADER, "must have 1 to " + LONGEST_KEY + " characters");
		}
		String text = String.join("\n", scope) + "\n" + key;
		return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
	}

}
