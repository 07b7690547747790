package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPolicies;

/**
 * An incident as callers see it.
 *
 * @param description what whoever declared it wrote, or what its alerts have in common
 * @param groups some of its groups, the first ones first; {@code groupCount} says how
 * many there are
 * @param alerts some of its alerts, firing ones first; {@code firing} says how many fire
 * @param commands what may be said to it now and changes something
 * @param people who alone may know of it while it is private
 */
record IncidentView(long number, String id, String title, @Nullable String description, String status, String severity,
		String severityReason, @Nullable String team, String integration, Map<String, String> groupLabels,
		Map<String, String> labels, int firing, int hidden, int groupCount, List<Group> groups, List<Alert> alerts,
		List<RunbookLink> runbooks, String runbookState, @Nullable String escalationPolicy,
		@Nullable Integer policyVersion, int run, @Nullable Instant nextEscalationAt, @Nullable String idleReason,
		Instant triggeredAt, @Nullable Instant acknowledgedAt, @Nullable String acknowledgedBy,
		@Nullable Instant resolvedAt, @Nullable String resolvedBy, @JsonUnwrapped Course course,
		@JsonUnwrapped Family family, Impact impact, List<String> commands, List<CustomLink> links,
		@JsonProperty("private") boolean isPrivate, List<Visibility.Named> people) {

	static IncidentView of(Incident incident, List<Group> groups, List<Alert> alerts,
			EscalationPolicies.@Nullable Version policy, Family family, List<String> commands, List<CustomLink> links) {
		return new IncidentView(incident.number, incident.name(), incident.title,
				incident.picture.annotations().get("description"), word(incident.status),
				incident.assessment.severity().name(), incident.assessment.reason(), incident.team,
				incident.origin.integration(), incident.origin.groupLabels(), incident.picture.labels(),
				incident.firing, incident.hidden, incident.groupCount, groups, alerts, incident.runbooks,
				word(incident.runbookState), (policy != null) ? policy.name() : null,
				(policy != null) ? policy.version() : null, incident.escalation.run(), incident.escalation.dueAt(),
				incident.escalation.idleReason(), incident.triggeredAt, incident.acknowledgedAt,
				incident.acknowledgedBy, incident.resolvedAt, incident.resolvedBy, Course.of(incident), family,
				incident.impact, commands, links, incident.visibility.isPrivate(), incident.visibility.people());
	}

	static String word(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

	/**
	 * A group of alerts that the incident holds, or held.
	 *
	 * @param firing how many of its alerts fire
	 * @param hidden how many more its sender holds back
	 */
	record Group(String integration, Map<String, String> labels, int firing, int hidden) {
	}

	/**
	 * An alert as callers see it.
	 */
	record Alert(String fingerprint, String status, Map<String, String> labels, Map<String, String> annotations,
			Instant startsAt, @Nullable Instant endsAt, @Nullable String generatorUrl) {
	}

}
