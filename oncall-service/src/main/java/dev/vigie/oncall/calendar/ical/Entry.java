package dev.vigie.oncall.calendar.ical;

import java.time.Instant;

import dev.vigie.oncall.span.Span;

/**
 * A shift as other calendars shall show it.
 *
 * @param uid the same for ever
 * @param sequence how often it was changed
 * @param modified when it was changed last
 * @param span when it is
 * @param summary its title
 * @param description what else there is to say
 * @param cancelled whether it does not take place
 */
public record Entry(String uid, int sequence, Instant modified, Span span, String summary, String description,
		boolean cancelled) {
}
