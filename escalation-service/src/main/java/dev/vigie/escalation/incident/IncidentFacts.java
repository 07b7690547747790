package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An incident as other features see it, at one moment.
 *
 * @param severity for example {@code P1}
 * @param status for example {@code triggered}
 * @param open whether somebody still has to do something about it
 * @param run counts how often it was triggered
 */
public record IncidentFacts(UUID id, long number, String title, String severity, String status, boolean open,
		@Nullable String team, Map<String, String> labels, int run, Instant triggeredAt,
		@Nullable String acknowledgedBy) {

	public IncidentFacts {
		labels = Map.copyOf(labels);
	}

	static IncidentFacts of(Incident incident) {
		return new IncidentFacts(incident.id, incident.number, incident.title, incident.assessment.severity().name(),
				IncidentView.word(incident.status), incident.status.isOpen(), incident.team, incident.picture.labels(),
				incident.escalation.run(), incident.triggeredAt, incident.acknowledgedBy);
	}

	/**
	 * What people call it: {@code INC-42}.
	 */
	public String name() {
		return Incident.name(this.number);
	}

}
