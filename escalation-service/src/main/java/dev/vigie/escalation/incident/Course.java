package dev.vigie.escalation.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far an incident has come.
 *
 * @param phase how far those who took it have come: investigating, identified or
 * mitigated, which people call monitoring
 * @param outcome what it turned out to be
 * @param severitySetBy who decided on the severity, null for the rules
 * @param ruledSeverity what the rules say although somebody else has decided
 */
record Course(@Nullable String phase, @Nullable Instant snoozedUntil, @Nullable Instant identifiedAt,
		@Nullable Instant mitigatedAt, @Nullable Instant closedAt, @Nullable String closedBy, @Nullable Outcome outcome,
		@Nullable String declaredBy, @Nullable String severitySetBy, @Nullable String ruledSeverity) {

	static Course of(Incident incident) {
		return new Course((incident.phase != null) ? IncidentView.word(incident.phase) : null, incident.snoozedUntil,
				incident.identifiedAt, incident.mitigatedAt, incident.closedAt, incident.closedBy, incident.outcome,
				incident.declaredBy, incident.severitySetBy,
				(incident.ruled != null) ? incident.ruled.severity().name() : null);
	}

}
