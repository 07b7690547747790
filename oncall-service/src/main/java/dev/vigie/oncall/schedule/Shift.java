package dev.vigie.oncall.schedule;

import java.time.Instant;

/**
 * One person on call, from {@code start} up to and not including {@code end}.
 *
 * @param person their name
 * @param start when they take over
 * @param end when they hand over
 * @param layer which layer of the schedule says so, the lowest being 1
 */
public record Shift(String person, Instant start, Instant end, int layer) {
}
