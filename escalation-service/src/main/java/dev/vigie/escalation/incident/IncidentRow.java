package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.severity.Assessment;

/**
 * A row of {@code incident}, to be written as JSON: many of them in one statement.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record IncidentRow(UUID id, long number, String integration, String groupHash, Map<String, String> groupLabels,
		String title, String status, String severity, String severityReason, @Nullable String team,
		Map<String, String> labels, Map<String, String> annotations, int firing, int hidden,
		@Nullable UUID severityRulesVersionId, @Nullable UUID policyVersionId, String runbookState,
		List<RunbookLink> runbooks, int run, Instant runStartedAt, int cycle, int step, @Nullable Instant dueAt,
		@Nullable String idleReason, Instant triggeredAt, @Nullable Instant acknowledgedAt,
		@Nullable String acknowledgedBy, @Nullable Instant resolvedAt, @Nullable String resolvedBy,
		@Nullable Instant snoozedUntil, @Nullable IncidentPhase phase, @Nullable Instant identifiedAt,
		@Nullable Instant mitigatedAt, @Nullable Instant closedAt, @Nullable String closedBy, @Nullable String outcome,
		@Nullable UUID mergedInto, @Nullable String declaredBy, boolean businessImpact, @Nullable String impact,
		@Nullable Instant impactStartedAt, @JsonProperty("private") boolean isPrivate, List<Visibility.Named> people,
		@Nullable String severitySetBy, @Nullable String ruledSeverity, @Nullable String ruledReason,
		@Nullable Instant pausedAt, int again, boolean repage, List<EscalationPlan.Position> skipped,
		Map<String, UUID> policies, int groupCount, @Nullable UUID splitFrom, @Nullable UUID declaredFrom) {

	static IncidentRow of(Incident incident) {
		EscalationClock escalation = incident.escalation;
		Assessment ruled = incident.ruled;
		return new IncidentRow(incident.id, incident.number, incident.origin.integration(), incident.origin.groupHash(),
				incident.origin.groupLabels(), incident.title, incident.status.name(),
				incident.assessment.severity().name(), incident.assessment.reason(), incident.team,
				incident.picture.labels(), incident.picture.annotations(), incident.firing, incident.hidden,
				incident.rulesVersionId, incident.policyVersionId, incident.runbookState.name(), incident.runbooks,
				escalation.run(), escalation.startedAt(), escalation.position().cycle(), escalation.position().step(),
				escalation.dueAt(), escalation.idleReason(), incident.triggeredAt, incident.acknowledgedAt,
				incident.acknowledgedBy, incident.resolvedAt, incident.resolvedBy, incident.snoozedUntil,
				incident.phase, incident.identifiedAt, incident.mitigatedAt, incident.closedAt, incident.closedBy,
				(incident.outcome != null) ? incident.outcome.name() : null, incident.mergedInto, incident.declaredBy,
				incident.impact.business(), incident.impact.text(), incident.impact.startedAt(),
				incident.visibility.isPrivate(), incident.visibility.people(), incident.severitySetBy,
				(ruled != null) ? ruled.severity().name() : null, (ruled != null) ? ruled.reason() : null,
				escalation.pausedAt(), escalation.told().again(), escalation.told().repage(),
				escalation.told().skipped(), incident.policies, incident.groupCount, incident.splitFrom,
				incident.declaredFrom);
	}

}
