package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * An incident is private from now on; heard in the same transaction.
 */
public record IncidentHidden(UUID incidentId) {
}
