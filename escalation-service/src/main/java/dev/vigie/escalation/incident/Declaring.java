package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.route.Route;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.Invalid;

/**
 * Lets people declare an incident. It takes the way of those that alerts open.
 */
@Component
class Declaring {

	private static final Logger log = LoggerFactory.getLogger(Declaring.class);

	private final Incidents incidents;

	private final Triage triage;

	private final Announcements announcements;

	private final InstantSource clock;

	Declaring(Incidents incidents, Triage triage, Announcements announcements, InstantSource clock) {
		this.incidents = incidents;
		this.triage = triage;
		this.announcements = announcements;
		this.clock = clock;
	}

	/**
	 * Declares it once, however often that is said with the same id.
	 * @return its number
	 */
	@Transactional
	public long declare(UUID id, Declaration said, String by) {
		Optional<Incident> known = this.incidents.find(id);
		if (known.isPresent()) {
			return known.filter((incident) -> incident.title.equals(said.title()))
				.orElseThrow(() -> new Conflict("idempotency-key",
						"%s was declared with this key, and is something else".formatted(known.get().name()))).number;
		}
		Incident incident = begin(id, said);
		incident.declaredBy = by;
		Route route = route(incident, said, true);
		return open(incident, said, route);
	}

	/**
	 * A step of a policy declares it, in the transaction of the step. Should its policy
	 * be gone, the fallback of the installation is told, as of all that have none.
	 */
	Incident declareFrom(Incident source, UUID id, Declaration said, String by) {
		Incident incident = begin(id, said);
		incident.declaredBy = by;
		incident.declaredFrom = source.id;
		incident.visibility = source.visibility;
		incident.impact = source.impact;
		open(incident, said, route(incident, said, false));
		return incident;
	}

	private Incident begin(UUID id, Declaration said) {
		Incident incident = new Incident(id, this.incidents.numbers(1).getFirst(), said.title(), said.origin(id),
				this.clock.instant());
		incident.picture = said.picture();
		incident.team = said.team();
		return incident;
	}

	private long open(Incident incident, Declaration said, @Nullable Route route) {
		String by = String.valueOf(incident.declaredBy);
		said.insist(incident, by);
		this.incidents.insert(List.of(incident));
		this.announcements.triggered(incident);
		this.announcements.routed(incident, route);
		this.announcements.assessed(incident, null, incident.triggeredAt);
		this.announcements.due();
		log.info("Incident {} declared by {}, {}", incident.name(), by, incident.assessment.severity());
		return incident.number;
	}

	private @Nullable Route route(Incident incident, Declaration said, boolean refuses) {
		Rulebook rulebook = this.triage.rulebook();
		Route route = rulebook.route(incident, incident.triggeredAt).orElse(null);
		if (said.policy() != null && !rulebook.follow(incident, said.policy()) && refuses) {
			throw new Invalid("policy", "is not known");
		}
		this.triage.count(List.of(incident), () -> {
			// it has no alerts
		});
		incident.assessment = this.triage.assess(incident, incident.triggeredAt);
		return route;
	}

}
