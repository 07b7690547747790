package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * A person took the incident; heard in the same transaction.
 */
public record IncidentAcknowledged(UUID incidentId) {
}
