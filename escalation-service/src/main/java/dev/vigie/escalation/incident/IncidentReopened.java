package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * A resolved incident fires again, in a new run; heard in the same transaction.
 */
public record IncidentReopened(UUID incidentId) {
}
