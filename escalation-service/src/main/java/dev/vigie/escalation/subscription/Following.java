package dev.vigie.escalation.subscription;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentFacts;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.incident.Timeline;
import dev.vigie.escalation.subscription.SubscriberTable.Subscriber;
import dev.vigie.shared.problem.Invalid;

/**
 * What people do to follow an incident, and to follow it no more.
 */
@Component
@Transactional
class Following {

	private final KnownIncidents incidents;

	private final SubscriberTable subscribers;

	private final Timeline timeline;

	private final InstantSource clock;

	Following(KnownIncidents incidents, SubscriberTable subscribers, Timeline timeline, InstantSource clock) {
		this.incidents = incidents;
		this.subscribers = subscribers;
		this.timeline = timeline;
		this.clock = clock;
	}

	void begin(String number, Stakeholder who, String by) {
		IncidentFacts incident = this.incidents.lock(number);
		Instant now = this.clock.instant();
		if (incident.visibility().isPrivate()) {
			admit(incident, who, by);
		}
		if (this.subscribers.add(incident.id(), new Subscriber(who, by, now))) {
			this.timeline.add(incident.id(), "SUBSCRIBED", now, by, Map.of("who", name(who)));
		}
	}

	private void admit(IncidentFacts incident, Stakeholder who, String by) {
		if (who.person() == null) {
			throw new Invalid("channel", incident.name() + " is private: no channel hears of it");
		}
		this.incidents.name(incident.id(), who.person(), by);
	}

	void end(String number, Stakeholder who, String by) {
		IncidentFacts incident = this.incidents.lock(number);
		if (this.subscribers.remove(incident.id(), who)) {
			this.timeline.add(incident.id(), "UNSUBSCRIBED", this.clock.instant(), by, Map.of("who", name(who)));
		}
	}

	@Transactional(readOnly = true)
	List<Subscriber> of(String number) {
		return this.subscribers.of(this.incidents.get(number).id());
	}

	private static String name(Stakeholder who) {
		return String.valueOf((who.person() != null) ? who.person() : who.channel());
	}

}
