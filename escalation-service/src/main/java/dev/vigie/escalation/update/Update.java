package dev.vigie.escalation.update;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * How an incident stood, as somebody told it.
 *
 * @param nextAt when the next was promised
 */
record Update(UUID id, UpdateStatus status, String message, String author, Instant at, @Nullable Instant nextAt,
		@Nullable String template) {
}
