package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * An incident was opened; heard in the same transaction, maybe before its row is written.
 */
public record IncidentTriggered(UUID incidentId) {
}
