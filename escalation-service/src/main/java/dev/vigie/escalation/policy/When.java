package dev.vigie.escalation.policy;

import java.time.ZoneId;

/**
 * A condition in CEL, and the zone of its wall clock. Its clock shows the time the step
 * was due, so that it says the same when it is looked at late.
 */
public record When(String condition, ZoneId zone) {
}
