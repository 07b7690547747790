package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * The incident is over; heard in the same transaction.
 */
public record IncidentResolved(UUID incidentId) {
}
