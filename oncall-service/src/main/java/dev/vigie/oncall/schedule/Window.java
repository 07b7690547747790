package dev.vigie.oncall.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads what part of time a request asks about: {@code [from, to)}, a year at most.
 */
public final class Window {

	/**
	 * The longest there is; so long is also the longest that is laid over a schedule.
	 */
	public static final Duration LONGEST = Duration.ofDays(366);

	private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

	private Window() {
	}

	/**
	 * Reads it from a request's parameters.
	 */
	public static Span of(@Nullable String from, @Nullable String to) {
		return between("from", instant("from", from), "to", instant("to", to));
	}

	/**
	 * The span between two instants that fields of a request name.
	 */
	public static Span between(String fromField, Instant from, String toField, Instant to) {
		if (!from.isBefore(to)) {
			throw new Invalid(toField, "must be after " + fromField);
		}
		if (Duration.between(from, to).compareTo(LONGEST) > 0) {
			throw new Invalid(toField, "must be at most 366 days after " + fromField);
		}
		return new Span(from, to);
	}

	/**
	 * Reads an instant.
	 */
	public static Instant instant(String field, @Nullable String text) {
		if (text == null) {
			throw new Invalid(field, "is missing");
		}
		try {
			// In an address a plus that nobody encoded arrives as a space.
			Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
			if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
				throw new Invalid(field, "must lie between the years 1970 and 2200");
			}
			return instant;
		}
		catch (DateTimeException _) {
			throw new Invalid(field,
					"must be a time with offset, such as 2026-03-02T12:00:00Z or 2026-03-02T13:00:00+01:00");
		}
	}

}
