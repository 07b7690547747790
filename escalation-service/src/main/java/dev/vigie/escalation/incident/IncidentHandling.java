package dev.vigie.escalation.incident;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.problem.NotFound;

/**
 * What people do with incidents.
 */
@Component
class IncidentHandling {

	private static final Logger log = LoggerFactory.getLogger(IncidentHandling.class);

	private final Incidents incidents;

	private final Timeline timeline;

	private final Triage triage;

	private final ApplicationEventPublisher events;

	private final InstantSource clock;

	IncidentHandling(Incidents incidents, Timeline timeline, Triage triage, ApplicationEventPublisher events,
			InstantSource clock) {
		this.triage = triage;
		this.incidents = incidents;
		this.timeline = timeline;
		this.events = events;
		this.clock = clock;
	}

	@Transactional
	void acknowledge(String number, String actor, @Nullable String note) {
		Incident incident = get(number);
		IncidentStatus before = incident.status;
		incident.acknowledge(actor, this.clock.instant(), this.triage.patience(incident));
		record(incident, before, "ACKNOWLEDGED", actor, note);
		if (incident.status != before) {
			this.events.publishEvent(new IncidentAcknowledged(incident.id));
		}
	}

	@Transactional
	void resolve(String number, String actor, @Nullable String note) {
		Incident incident = get(number);
		IncidentStatus before = incident.status;
		incident.resolve(actor, this.clock.instant());
		record(incident, before, "RESOLVED", actor, note);
		if (incident.status != before) {
			this.events.publishEvent(new IncidentResolved(incident.id));
		}
	}

	UUID idOf(String number) {
		return IncidentNumber.parse(number)
			.flatMap(this.incidents::idOf)
			.orElseThrow(() -> new NotFound("There is no incident " + number));
	}

	private Incident get(String number) {
		return this.incidents.lock(idOf(number)).orElseThrow();
	}

	private void record(Incident incident, IncidentStatus before, String code, String actor, @Nullable String note) {
		if (incident.status == before) {
			return;
		}
		this.incidents.update(List.of(incident));
		this.timeline.add(incident, code, this.clock.instant(), actor,
				(note != null && !note.isBlank()) ? Map.of("note", note.replace("\0", "").strip()) : Map.of());
		log.info("Incident {} is {} by {}", incident.name(), IncidentView.word(incident.status), actor);
	}

}
