package dev.vigie.escalation.incident;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.NotFound;

/**
 * Finds incidents for other features.
 */
@Component
public class KnownIncidents {

	private final Incidents incidents;

	private final Timeline timeline;

	KnownIncidents(Incidents incidents, Timeline timeline) {
		this.incidents = incidents;
		this.timeline = timeline;
	}

	/**
	 * The incident called {@code 42} or {@code INC-42}.
	 * @throws NotFound when there is none
	 */
	public IncidentFacts get(String number) {
		return find(this.incidents.idOf(number)).orElseThrow();
	}

	public Optional<IncidentFacts> find(UUID id) {
		return this.incidents.find(id).map(IncidentFacts::of);
	}

	/**
	 * The same, and nobody else changes it before this transaction ends.
	 * @throws NotFound when there is none
	 */
	public IncidentFacts lock(String number) {
		return lock(this.incidents.idOf(number)).orElseThrow();
	}

	/**
	 * The same, and nobody else changes it before this transaction ends.
	 */
	public Optional<IncidentFacts> lock(UUID id) {
		Optional<Incident> incident = this.incidents.lock(id);
		incident.ifPresent(this.timeline::know);
		return incident.map(IncidentFacts::of);
	}

}
