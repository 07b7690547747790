package dev.vigie.escalation.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;

/**
 * What people do with incidents.
 */
@Component
@Transactional
class IncidentHandling {

	private final IncidentChanges changes;

	private final Triage triage;

	private final SeverityHandling severities;

	IncidentHandling(IncidentChanges changes, Triage triage, SeverityHandling severities) {
		this.severities = severities;
		this.changes = changes;
		this.triage = triage;
	}

	void acknowledge(String number, String actor, @Nullable String note) {
		this.changes.change(number, Said.of("ACKNOWLEDGED", actor, note),
				(incident) -> incident.acknowledge(actor, this.changes.now(), this.triage.patience(incident)));
	}

	void unacknowledge(String number, String actor, @Nullable String note) {
		this.changes.change(number, Said.of("UNACKNOWLEDGED", actor, note),
				(incident) -> incident.unacknowledge(this.changes.now()));
	}

	void advance(String number, IncidentPhase phase, String actor, @Nullable String note) {
		this.changes.change(number, Said.of("PHASE_REACHED", actor, note).with("phase", IncidentView.word(phase)),
				(incident) -> incident.advance(phase, this.changes.now()));
	}

	void snooze(String number, Instant until, String actor, @Nullable String note) {
		this.changes.change(number, Said.of("SNOOZED", actor, note).with("until", until.toString()),
				(incident) -> incident.snooze(until, this.changes.now()));
	}

	void unsnooze(String number, String actor, @Nullable String note) {
		this.changes.change(number, Said.of("UNSNOOZED", actor, note),
				(incident) -> incident.unsnooze(this.changes.now()));
	}

	/**
	 * @param outcome what it turned out to be, null to leave that open
	 */
	void resolve(String number, @Nullable Outcome outcome, String actor, @Nullable String note) {
		this.changes.change(number, ended("RESOLVED", outcome, actor, note),
				(incident) -> ends(incident, incident.resolve(actor, this.changes.now()), outcome));
	}

	/**
	 * @param outcome what it turned out to be
	 */
	void close(String number, Outcome outcome, String actor, @Nullable String note) {
		this.changes.change(number, ended("CLOSED", outcome, actor, note),
				(incident) -> ends(incident, incident.close(actor, this.changes.now()), outcome));
	}

	void cancel(String number, @Nullable Outcome outcome, String actor, String reason) {
		this.changes.change(number, ended("CANCELLED", outcome, actor, reason),
				(incident) -> ends(incident, incident.cancel(actor, this.changes.now()), outcome));
	}

	void affects(String number, Impact impact, String actor) {
		Said said = Said.of("IMPACT_SET", actor, impact.text())
			.with("impact", impact.business() ? "business" : "none")
			.with("startedAt", (impact.startedAt() != null) ? impact.startedAt().toString() : null);
		this.changes.change(number, said, (incident) -> incident.affects(impact, this.changes.now()));
		this.severities.ask(number);
	}

	private static Said ended(String code, @Nullable Outcome outcome, String actor, @Nullable String note) {
		return Said.of(code, actor, note).with("outcome", (outcome != null) ? outcome.word() : null);
	}

	private static boolean ends(Incident incident, boolean fresh, @Nullable Outcome outcome) {
		return (outcome != null && incident.turnsOut(outcome)) || fresh;
	}

}
