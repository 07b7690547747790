package dev.vigie.escalation.incident;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;

/**
 * How an incident stood before its severity was looked at again.
 *
 * @param ruled what the rules said although somebody else had decided
 */
record SeverityBefore(Severity severity, @Nullable Assessment ruled, IncidentStatus status, @Nullable String taker) {

	static SeverityBefore of(Incident incident) {
		return new SeverityBefore(incident.assessment.severity(), incident.ruled, incident.status,
				incident.acknowledgedBy);
	}

}
