package dev.vigie.escalation.incident;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.EscalationPolicies;

/**
 * Reads incidents for callers.
 */
@Component
class IncidentViews {

	private final Incidents incidents;

	private final EscalationPolicies policies;

	private final AlertTable alerts;

	private final TimelineTable timeline;

	private final TimelineTexts texts;

	IncidentViews(Incidents incidents, EscalationPolicies policies, AlertTable alerts, TimelineTable timeline,
			TimelineTexts texts) {
		this.incidents = incidents;
		this.policies = policies;
		this.alerts = alerts;
		this.timeline = timeline;
		this.texts = texts;
	}

	List<IncidentController.Line> timeline(UUID incidentId, long after, int limit, Locale locale) {
		return this.timeline.after(incidentId, after, limit)
			.stream()
			.map((line) -> new IncidentController.Line(line.id(), line.occurredAt(), line.recordedAt(), line.code(),
					line.actor(), line.params(), this.texts.text(line, locale)))
			.toList();
	}

	List<IncidentView> list(IncidentSearch search, long before, int limit, int alertsEach) {
		return views(this.incidents.list(search, before, limit), alertsEach);
	}

	Optional<IncidentView> get(UUID id, int alerts) {
		return views(this.incidents.find(id).stream().toList(), alerts).stream().findFirst();
	}

	private List<IncidentView> views(List<Incident> incidents, int alertsEach) {
		Map<UUID, List<IncidentView.Alert>> alerts = this.alerts
			.of(incidents.stream().map((incident) -> incident.id).toList(), alertsEach);
		return incidents.stream()
			.map((incident) -> IncidentView.of(incident, alerts.getOrDefault(incident.id, List.of()),
					policy(incident.policyVersionId)))
			.toList();
	}

	private EscalationPolicies.@Nullable Version policy(@Nullable UUID versionId) {
		return Optional.ofNullable(versionId).flatMap(this.policies::describe).orElse(null);
	}

}
