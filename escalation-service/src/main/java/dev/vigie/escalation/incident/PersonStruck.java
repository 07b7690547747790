package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * Somebody may not know of a private incident any more; heard in the same transaction.
 */
public record PersonStruck(UUID incidentId, String person) {
}
