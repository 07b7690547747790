package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * An open incident has become worse.
 *
 * @param from the severity it had, for example {@code P3}
 * @param to the severity it has
 */
public record SeverityRose(UUID incidentId, String from, String to) {
}
