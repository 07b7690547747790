package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Draws the conclusions when a person has moved alerts from one incident to another.
 */
@Component
class Recounting {

	private final Incidents incidents;

	private final AlertMoves moves;

	private final AlertTable alerts;

	private final Triage triage;

	private final SeverityNews news;

	private final Announcements announcements;

	Recounting(Incidents incidents, AlertMoves moves, AlertTable alerts, Triage triage, SeverityNews news,
			Announcements announcements) {
		this.news = news;
		this.incidents = incidents;
		this.moves = moves;
		this.alerts = alerts;
		this.triage = triage;
		this.announcements = announcements;
	}

	/**
	 * Counts what the incident holds now. What a person declared keeps the labels that
	 * the person gave.
	 */
	void count(Incident incident) {
		incident.firing = this.moves.firing(incident.id);
		incident.hidden = this.moves.hidden(incident.id);
		incident.groupCount = this.moves.groups(incident.id);
		if (incident.firing > 0 && incident.declaredBy == null) {
			Picture common = this.alerts.pictures(List.of(incident.id)).get(incident.id);
			incident.picture = (common != null) ? common.with(incident.origin.groupLabels()) : incident.picture;
		}
	}

	/**
	 * Says how bad it is now, and ends what fires no more. The incident is written with
	 * it.
	 */
	void conclude(Incident incident, Instant now) {
		if (!incident.status.isOpen()) {
			this.incidents.update(List.of(incident));
			return;
		}
		SeverityBefore before = SeverityBefore.of(incident);
		incident.assess(this.triage.assessAnew(incident, now), now);
		incident.reconsider(now);
		this.incidents.update(List.of(incident));
		this.news.ruled(incident, before, now);
		if (incident.isQuiet() && incident.declaredBy == null) {
			incident.resolve(null, now);
			this.incidents.update(List.of(incident));
			this.announcements.resolved(incident, now);
		}
		if (now.equals(incident.escalation.dueAt())) {
			this.announcements.due();
		}
	}

}
