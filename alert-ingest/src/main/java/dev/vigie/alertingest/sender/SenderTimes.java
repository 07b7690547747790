package dev.vigie.alertingest.sender;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * Reads the times of senders (RFC 3339, any offset) to the microsecond.
 */
public final class SenderTimes {

	private static final Duration SKEW = Duration.ofDays(1);

	private SenderTimes() {
	}

	/**
	 * The time, or null if there is none or it cannot be one: Go's zero time, or far in
	 * the future.
	 */
	public static @Nullable Instant read(String field, @Nullable String text, Instant receivedAt) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			Instant time = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
			return (time.isBefore(Instant.EPOCH) || time.isAfter(receivedAt.plus(SKEW))) ? null : time;
		}
		catch (DateTimeException _) {
			throw new Invalid(field, "must be a time like 2026-03-02T09:00:00Z");
		}
	}

}
