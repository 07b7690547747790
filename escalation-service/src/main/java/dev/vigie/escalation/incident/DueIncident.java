package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPlan;

/**
 * A triggered incident whose next step is due, with what its pages say.
 *
 * @param runStartedAt where the escalation clock of this run began; earlier than the run
 * itself when a failed page brought steps forward
 * @param firing the alerts that fire, hidden ones included
 * @param runbookState pending, known, none or unknown
 */
public record DueIncident(UUID id, long number, String title, String severity, String severityReason,
		@Nullable String team, @Nullable UUID policyVersionId, int run, Instant runStartedAt,
		EscalationPlan.Position position, Map<String, String> labels, Map<String, String> annotations, int firing,
		String runbookState, List<RunbookLink> runbooks, Map<String, String> groupLabels, String integration) {

	public DueIncident {
		labels = Map.copyOf(labels);
		annotations = Map.copyOf(annotations);
		runbooks = List.copyOf(runbooks);
		groupLabels = Map.copyOf(groupLabels);
	}

}
