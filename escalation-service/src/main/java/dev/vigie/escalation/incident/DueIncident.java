package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.policy.EscalationPlan.Position;

/**
 * A triggered incident whose next step is due, with what its pages say.
 *
 * @param facts what conditions ask about, and pages tell
 * @param runbookState pending, known, none or unknown
 */
public record DueIncident(UUID id, long number, String title, String severity, String severityReason,
		@Nullable String team, Plan plan, Progress progress, Facts facts, String runbookState,
		List<RunbookLink> runbooks, Map<String, String> groupLabels) {

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

	/**
	 * How far its escalation has come.
	 *
	 * @param startedAt where the steps of this run count from; earlier than the run
	 * itself when a failed page brought steps forward, later when it stood still
	 * @param position the first step that is not done
	 * @param again how often in this run somebody had to be told anew
	 * @param repage whether the last step that was carried out is told again
	 * @param skipped the steps whose condition did not hold when they were due
	 */
	public record Progress(int run, Instant startedAt, Position position, int again, boolean repage,
			List<Position> skipped) {

		public Progress {
			skipped = List.copyOf(skipped);
		}

	}

}
