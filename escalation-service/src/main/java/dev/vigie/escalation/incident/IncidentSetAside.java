package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * A person put the incident off, cancelled it or merged it into another, so nobody is to
 * be told of it now; heard in the same transaction.
 */
public record IncidentSetAside(UUID incidentId) {
}
