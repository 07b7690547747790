package dev.vigie.escalation.incident;

import java.util.HashMap;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.EscalationPolicies;

/**
 * Reads incidents for callers.
 */
@Component
class IncidentViews {

	private final BatchTables tables;

	private final EscalationPolicies policies;

	private final TimelineTable timeline;

	private final TimelineTexts texts;

	private final Family.Table families;

	private final Triage triage;

	IncidentViews(BatchTables tables, EscalationPolicies policies, TimelineTable timeline, TimelineTexts texts,
			Family.Table families, Triage triage) {
		this.triage = triage;
		this.tables = tables;
		this.policies = policies;
		this.timeline = timeline;
		this.texts = texts;
		this.families = families;
	}

	List<IncidentController.Line> timeline(UUID incidentId, long after, int limit, Locale locale) {
		return this.timeline.after(incidentId, after, limit)
			.stream()
			.map((line) -> new IncidentController.Line(line.id(), line.occurredAt(), line.recordedAt(), line.code(),
					line.actor(), line.params(), this.texts.text(line, locale)))
			.toList();
	}

	List<IncidentView> list(IncidentSearch search, long before, int limit, int alertsEach) {
		return views(this.tables.incidents().list(search, before, limit), new Shown(alertsEach, search.viewer()),
				(_) -> List.of());
	}

	Optional<IncidentView> get(UUID id, int alerts, @Nullable String viewer) {
		return views(this.tables.incidents().find(id).stream().toList(), new Shown(alerts, viewer), this.triage::links)
			.stream()
			.findFirst();
	}

	private List<IncidentView> views(List<Incident> incidents, Shown shown,
			Function<Incident, List<CustomLink>> links) {
		List<UUID> ids = incidents.stream().map((incident) -> incident.id).toList();
		Map<UUID, List<IncidentView.Alert>> alerts = this.tables.alerts().of(ids, shown.alertsEach());
		Map<UUID, Family> families = this.families.of(ids);
		Set<Long> hidden = hidden(families.values(), shown.viewer());
		Map<UUID, List<IncidentView.Group>> groups = this.tables.groups().views(ids, shown.alertsEach());
		Map<DueIncident.Plan, Boolean> newer = new HashMap<>();
		return incidents.stream()
			.map((incident) -> IncidentView.of(incident, groups.getOrDefault(incident.id, List.of()),
					alerts.getOrDefault(incident.id, List.of()), policy(incident.policyVersionId),
					families.getOrDefault(incident.id, Family.NONE).without(hidden), commands(incident, newer),
					links.apply(incident)))
			.toList();
	}

	// A restart is worth a word only where a policy is newer.
	private List<String> commands(Incident incident, Map<DueIncident.Plan, Boolean> newer) {
		return incident.status.commands()
			.stream()
			.filter((command) -> !command.equals(IncidentCommand.RESTART.word())
					|| newer.computeIfAbsent(incident.plan(), this::isOutdated))
			.toList();
	}

	private boolean isOutdated(DueIncident.Plan plan) {
		return this.triage.newest(plan).filter((newest) -> !newest.equals(plan)).isPresent();
	}

	private Set<Long> hidden(Collection<Family> families, @Nullable String viewer) {
		Set<Long> named = families.stream().flatMap(Family::numbers).collect(Collectors.toSet());
		return named.isEmpty() ? Set.of() : this.tables.incidents().hidden(named, viewer);
	}

	private EscalationPolicies.@Nullable Version policy(@Nullable UUID versionId) {
		return Optional.ofNullable(versionId).flatMap(this.policies::describe).orElse(null);
	}

	/**
	 * How much is shown, and to whom.
	 *
	 * @param viewer a person, or null for what is none
	 */
	private record Shown(int alertsEach, @Nullable String viewer) {
	}

}
