package dev.vigie.escalation.incident;

import java.util.UUID;

/**
 * The escalation of an open incident begins anew, by newer versions of its policies.
 */
public record IncidentRestarted(UUID incidentId) {
}
