package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;
import dev.vigie.escalation.route.Route;
import dev.vigie.shared.problem.Invalid;

/**
 * Lets people say that some alerts of an incident are about something else: they go on in
 * a new incident, which takes its own way.
 */
@Component
class Splitting {

	private static final int NAMED = 10;

	private final IncidentChanges changes;

	private final Incidents incidents;

	private final AlertTable alerts;

	private final AlertMoves moves;

	private final Opening opening;

	Splitting(IncidentChanges changes, Incidents incidents, AlertTable alerts, AlertMoves moves, Opening opening) {
		this.changes = changes;
		this.incidents = incidents;
		this.alerts = alerts;
		this.moves = moves;
		this.opening = opening;
	}

	/**
	 * Splits them off.
	 * @return the number of the new incident
	 */
	@Transactional
	long split(String number, Set<String> fingerprints, @Nullable String title, String actor, @Nullable String note) {
		Incident source = this.changes.lock(number);
		source.split();
		List<IncidentView.Alert> chosen = chosen(source, fingerprints);
		Instant now = this.changes.now();
		Incident fresh = new Incident(UUID.randomUUID(), this.incidents.numbers(1).getFirst(),
				(title != null && !title.isBlank()) ? title.strip() : title(chosen.getFirst()), source.origin, now);
		fresh.origin = source.origin.apart(fresh.id);
		fresh.team = source.team;
		fresh.splitFrom = source.id;
		fresh.visibility = source.visibility;
		this.incidents.insert(List.of(fresh));
		this.moves.split(source.id, fresh.id, fingerprints);
		this.opening.opened(fresh, now);
		String names = chosen.stream().limit(NAMED).map(Splitting::title).collect(Collectors.joining(", "));
		this.changes.write(fresh, fresh.status,
				Said.of("SPLIT_FROM", actor, note).with("from", source.name()).with("alert", names));
		this.opening.left(source, Said.of("SPLIT_OFF", actor, note).with("to", fresh.name()).with("alert", names), now);
		return fresh.number;
	}

	private List<IncidentView.Alert> chosen(Incident source, Set<String> fingerprints) {
		List<IncidentView.Alert> held = this.alerts.of(List.of(source.id), Integer.MAX_VALUE)
			.getOrDefault(source.id, List.of());
		List<IncidentView.Alert> chosen = held.stream()
			.filter((alert) -> fingerprints.contains(alert.fingerprint()))
			.toList();
		Set<String> known = chosen.stream().map(IncidentView.Alert::fingerprint).collect(Collectors.toSet());
		List<String> unknown = fingerprints.stream().filter((one) -> !known.contains(one)).sorted().toList();
		if (!unknown.isEmpty()) {
			throw new Invalid("fingerprints", "%s has no alert %s".formatted(source.name(), unknown.getFirst()));
		}
		if (chosen.size() == held.size()) {
			throw new Invalid("fingerprints", "must leave an alert behind");
		}
		return chosen;
	}

	private static String title(IncidentView.Alert alert) {
		return new ReportedAlert(alert.fingerprint(), alert.labels(), alert.annotations(), alert.startsAt(), null, null,
				null)
			.title(Map.of());
	}

	/**
	 * What becomes of both incidents.
	 */
	@Component
	static class Opening {

		private final Recounting recounting;

		private final Triage triage;

		private final Announcements announcements;

		private final IncidentChanges changes;

		Opening(Recounting recounting, Triage triage, Announcements announcements, IncidentChanges changes) {
			this.recounting = recounting;
			this.triage = triage;
			this.announcements = announcements;
			this.changes = changes;
		}

		void opened(Incident fresh, Instant now) {
			fresh.origin = new Origin(fresh.origin.integration(), fresh.origin.groupHash(), Map.of());
			this.recounting.count(fresh);
			Route route = this.triage.rulebook().route(fresh, now).orElse(null);
			fresh.assessment = this.triage.assessAnew(fresh, now);
			this.announcements.triggered(fresh);
			this.announcements.routed(fresh, route);
			this.announcements.assessed(fresh, null, now);
			this.announcements.due();
		}

		void left(Incident source, Said said, Instant now) {
			this.recounting.count(source);
			this.changes.write(source, source.status, said);
			this.recounting.conclude(source, now);
		}

	}

}
