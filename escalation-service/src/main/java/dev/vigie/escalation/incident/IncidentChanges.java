package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * Changes one incident for a person, in the caller's transaction: it is locked and
 * written, and whoever has to know hears of it. What changes nothing is not told.
 */
@Component
class IncidentChanges {

	private static final Logger log = LoggerFactory.getLogger(IncidentChanges.class);

	private final Incidents incidents;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final Signals signals;

	private final InstantSource clock;

	IncidentChanges(Incidents incidents, Timeline timeline, ApplicationEventPublisher events, Signals signals,
			InstantSource clock) {
		this.incidents = incidents;
		this.timeline = timeline;
		this.events = events;
		this.signals = signals;
		this.clock = clock;
	}

	Instant now() {
		return this.clock.instant();
	}

	UUID idOf(String number) {
		return this.incidents.idOf(number);
	}

	Incident lock(String number) {
		return this.incidents.lock(idOf(number)).orElseThrow();
	}

	/**
	 * @param deed says whether it changed anything
	 */
	void change(String number, Said said, Predicate<Incident> deed) {
		Incident incident = lock(number);
		IncidentStatus before = incident.status;
		if (deed.test(incident)) {
			write(incident, before, said);
		}
	}

	void write(Incident incident, IncidentStatus before, Said said) {
		Instant now = now();
		this.incidents.update(List.of(incident));
		this.timeline.add(incident, said.code(), now, said.actor(), said.params());
		if (incident.status != before) {
			tell(incident, before);
		}
		if (incident.escalation.dueAt() != null && !incident.escalation.dueAt().isAfter(now)) {
			this.signals.send(Channels.DUE);
		}
		log.info("{} by {}: incident {} is {}", said.code(), said.actor(), incident.name(),
				IncidentView.word(incident.status));
	}

	private void tell(Incident incident, IncidentStatus before) {
		switch (incident.status) {
			case TRIGGERED -> {
				if (!before.isOpen()) { // what was only given back has not begun again
					this.events.publishEvent(new IncidentReopened(incident.id));
				}
			}
			case ACKNOWLEDGED -> this.events.publishEvent(new IncidentAcknowledged(incident.id));
			case RESOLVED -> this.events.publishEvent(new IncidentResolved(incident.id));
			case SNOOZED, CANCELLED, MERGED -> this.events.publishEvent(new IncidentSetAside(incident.id));
			case CLOSED -> {
				// it was over already
			}
		}
	}

	/**
	 * What a person says, as the timeline tells it.
	 */
	record Said(String code, String actor, Map<String, String> params) {

		Said {
			params = Map.copyOf(params);
		}

		static Said of(String code, String actor, @Nullable String note) {
			return new Said(code, actor, Map.of()).with("note", note);
		}

		Said with(String name, @Nullable String value) {
			String clean = (value != null) ? value.replace("\0", "").strip() : "";
			if (clean.isEmpty()) {
				return this;
			}
			Map<String, String> more = new HashMap<>(this.params);
			more.put(name, clean);
			return new Said(this.code, this.actor, more);
		}

	}

}
