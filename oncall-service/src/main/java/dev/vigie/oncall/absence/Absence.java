package dev.vigie.oncall.absence;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * Somebody is away.
 *
 * @param person who
 * @param span when
 * @param source where it comes from: {@code manual}, or the name of a calendar
 * @param reason why, as far as they said
 * @param author who wrote it down; null if it comes from a calendar
 */
public record Absence(UUID id, String person, Span span, String source, @Nullable String reason,
		@Nullable String author) {

	/**
	 * The source of those that people wrote down here.
	 */
	public static final String MANUAL = "manual";

}
