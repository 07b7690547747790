package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;
import dev.vigie.escalation.severity.Assessment;

/**
 * What people do with the severity of an incident.
 */
@Component
class SeverityHandling {

	private final IncidentChanges changes;

	private final Incidents incidents;

	private final Triage triage;

	private final SeverityNews news;

	SeverityHandling(IncidentChanges changes, Incidents incidents, Triage triage, SeverityNews news) {
		this.changes = changes;
		this.incidents = incidents;
		this.triage = triage;
		this.news = news;
	}

	/**
	 * A person decides; what the rules say goes to the timeline from now on.
	 */
	@Transactional
	void decide(String number, Assessment decided, String by) {
		Incident incident = this.changes.lock(number);
		SeverityBefore before = SeverityBefore.of(incident);
		if (incident.decide(decided, by, this.changes.now())) {
			write(incident, before, "SEVERITY_OVERRIDDEN", by);
		}
	}

	/**
	 * The rules decide again, by what the alerts are like now.
	 */
	@Transactional
	void letRulesDecide(String number, String by) {
		Incident incident = this.changes.lock(number);
		SeverityBefore before = SeverityBefore.of(incident);
		if (incident.letRulesDecide(ruled(incident), this.changes.now())) {
			write(incident, before, "SEVERITY_RELEASED", by);
		}
	}

	/**
	 * Asks the rules again, for something they may ask about has changed.
	 */
	@Transactional
	void ask(String number) {
		Incident incident = this.changes.lock(number);
		if (incident.status.isOpen()) {
			SeverityBefore before = SeverityBefore.of(incident);
			Instant now = this.changes.now();
			incident.assess(ruled(incident), now);
			this.incidents.update(List.of(incident));
			this.news.ruled(incident, before, now);
		}
	}

	private Assessment ruled(Incident incident) {
		return this.triage.assessAnew(incident, this.changes.now());
	}

	private void write(Incident incident, SeverityBefore before, String code, String by) {
		this.changes.write(incident, before.status(),
				Said.of(code, by, null)
					.with("severity", incident.assessment.severity().name())
					.with("reason", incident.assessment.reason())
					.with("before", before.severity().name()));
		this.news.followed(incident, before, this.changes.now());
	}

}
