package dev.vigie.oncall.override;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;

/**
 * Who shall be on call instead.
 *
 * @param person who
 * @param role what they are then
 * @param span from when to when, as it was asked for
 * @param replaces only where this person is on call; null for all of the role, gaps too
 * @param reason why
 */
public record Wish(String schedule, String person, Role role, Span span, @Nullable String replaces,
		@Nullable String reason) {
}
