package dev.vigie.oncall.calendar.ical;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * An event taking place once.
 *
 * @param uid the event's
 * @param recurrence when this one was meant to begin before anybody moved it; with the
 * uid it names the occurrence for ever
 * @param span when it takes place
 * @param subject whom it is about
 * @param modified when the event was changed last, if it says so
 */
public record Occurrence(String uid, Instant recurrence, Span span, Subject subject, @Nullable Instant modified) {
}
