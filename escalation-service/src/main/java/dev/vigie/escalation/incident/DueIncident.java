package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.policy.Progress;

/**
 * A triggered incident whose next step is due, with what its pages say.
 *
 * @param facts what conditions ask about, and pages tell
 * @param runbookState pending, known, none or unknown
 * @param isPrivate whether only people who are named may know of it
 */
public record DueIncident(UUID id, long number, String title, String severity, String severityReason,
		@Nullable String team, Plan plan, Progress progress, Facts facts, String runbookState,
		List<RunbookLink> runbooks, Map<String, String> groupLabels, boolean isPrivate, Instant triggeredAt) {

	public DueIncident {
		runbooks = List.copyOf(runbooks);
		groupLabels = Map.copyOf(groupLabels);
	}

	/**
	 * The versions the incident began with.
	 *
	 * @param policy that of its policy, null when it has none
	 * @param others those of the policies it leads to, by name
	 */
	public record Plan(@Nullable UUID policy, Map<String, UUID> others) {

		public Plan {
			others = Map.copyOf(others);
		}

	}

}
