package dev.vigie.oncall.schedule;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * One person on call, from {@code start} up to and not including {@code end}: what layers
 * and all that is laid over them come to.
 *
 * @param id the same for as long as the same person takes over at the same instant in the
 * same role
 * @param person their name
 * @param role what they are on it
 * @param start when they take over
 * @param end when they hand over
 * @param layer the layer's place in the schedule, the lowest being 1; null if something
 * else than a layer says so
 * @param cause what says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Shift(UUID id, String person, Role role, Instant start, Instant end, @Nullable Integer layer,
		Cause cause) {

	static UUID id(String schedule, String person, Role role, Instant start) {
		String key = String.join("/", schedule, role.text(), person, start.toString());
		return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
	}

	public Span span() {
		return new Span(this.start, this.end);
	}

}
