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
 * @param phase how far those who work on it have come, for example {@code identified};
 * null until somebody has taken it
 * @param impact what it means for those who use what is broken, once somebody has said
 * @param startedAt since when, as far as is known
 * @param visibility who may know of it
 */
public record IncidentFacts(UUID id, long number, String title, String severity, String status, boolean open,
		@Nullable String team, Map<String, String> labels, @Nullable String phase, @Nullable String impact,
		Instant startedAt, @Nullable String acknowledgedBy, Visibility visibility) {

	public IncidentFacts {
		labels = Map.copyOf(labels);
	}

	static IncidentFacts of(Incident incident) {
		return new IncidentFacts(incident.id, incident.number, incident.title, incident.assessment.severity().name(),
				IncidentView.word(incident.status), incident.status.isOpen(), incident.team, incident.picture.labels(),
				(incident.phase != null) ? IncidentView.word(incident.phase) : null, incident.impact.text(),
				(incident.impact.startedAt() != null) ? incident.impact.startedAt() : incident.triggeredAt,
				incident.acknowledgedBy, incident.visibility);
	}

	/**
	 * What people call it: {@code INC-42}.
	 */
	public String name() {
		return Incident.name(this.number);
	}

}
