package dev.vigie.postmortem.incidents;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * One line of an incident's timeline.
 *
 * @param id its id, which is also the place to read on from
 * @param occurredAt when it happened
 * @param code what happened
 * @param actor who did it, absent when nobody in particular
 * @param text the same for people
 */
public record TimelineLine(String id, Instant occurredAt, String code, @Nullable String actor, String text) {
}
