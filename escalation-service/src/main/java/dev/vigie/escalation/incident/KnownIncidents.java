package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.shared.access.Caller;
import dev.vigie.shared.problem.NotFound;

/**
 * Finds incidents for other features.
 */
@Component
public class KnownIncidents {

	private final Incidents incidents;

	private final Timeline timeline;

	private final InstantSource clock;

	KnownIncidents(Incidents incidents, Timeline timeline, InstantSource clock) {
		this.clock = clock;
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

	/**
	 * Lets only those go on who may know of the incident; for others it is not there.
	 * @throws NotFound when there is none, or none for them
	 */
	public void checkVisible(String number, Caller caller) {
		IncidentNumber.parse(number)
			.flatMap(this.incidents::visibility)
			.filter((visibility) -> visibility.allows(caller.person()))
			.orElseThrow(() -> new NotFound("There is no incident " + number));
	}

	/**
	 * Those of the incidents of which the caller may not know, by number.
	 */
	public Set<Long> hidden(Collection<Long> numbers, Caller caller) {
		return this.incidents.hidden(numbers, caller.person());
	}

	/**
	 * Lets somebody know of the incident who is told of it or has to do with it from now
	 * on: they are named if it is private. Happens in the caller's transaction.
	 * @param by who says so, null when the program does
	 */
	public void name(UUID id, String person, @Nullable String by) {
		Incident incident = this.timeline.known(id).orElseGet(() -> this.incidents.lock(id).orElseThrow());
		if (incident.visibility.allows(person)) {
			return;
		}
		Instant now = this.clock.instant();
		incident.visibility = incident.visibility.privateTo(List.of(new Visibility.Named(person, by, now)));
		this.incidents.writePeople(incident);
		this.timeline.add(incident, "PERSON_NAMED", now, by, Map.of("person", person));
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
