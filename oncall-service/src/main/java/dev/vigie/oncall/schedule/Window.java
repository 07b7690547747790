package dev.vigie.oncall.schedule;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * What part of time a request asks about: {@code [from, to)}, a year at most.
 *
 * @param from the first instant
 * @param to the first instant after it
 */
public record Window(Instant from, Instant to) {

	private static final Duration LONGEST = Duration.ofDays(366);

	private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

	/**
	 * Reads the window from a request's parameters.
	 */
	public static Window of(@Nullable String from, @Nullable String to) {
		Window window = new Window(instant("from", from), instant("to", to));
		if (!window.from.isBefore(window.to)) {
			throw new Invalid("to", "must be after from");
		}
		if (Duration.between(window.from, window.to).compareTo(LONGEST) > 0) {
			throw new Invalid("to", "must be at most 366 days after from");
		}
		return window;
	}

	static Instant instant(String field, @Nullable String text) {
		if (text == null) {
			throw new Invalid(field, "is missing");
		}
		try {
			// In an address a plus that nobody encoded arrives as a space.
			Instant instant = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
			if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
				return instant;
			}
		}
		catch (DateTimeException _) {
			// said below
		}
		throw new Invalid(field,
				"must be a time with offset, such as 2026-03-02T12:00:00Z or 2026-03-02T13:00:00+01:00");
	}

}
