package dev.vigie.shared.listing;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import dev.vigie.shared.problem.Invalid;

/**
 * Where a page of things in the order of a time ends: the time and the id of the last.
 */
public record Place(Instant at, UUID id) {

	/**
	 * The place that a cursor stands for.
	 * @throws Invalid naming the parameter {@code after}
	 */
	public static Place parse(String cursor) {
		try {
			String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(" ", 2);
			return new Place(Instant.parse(parts[0]), UUID.fromString((parts.length == 2) ? parts[1] : ""));
		}
		catch (IllegalArgumentException | DateTimeException _) {
			throw new Invalid("after", "is not a cursor of this list");
		}
	}

	public String cursor() {
		String text = this.at + " " + this.id;
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

}
