package dev.vigie.postmortem.incidents;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An incident as it is known here.
 *
 * @param number the 42 of INC-42
 * @param title what it is called
 * @param status its status in escalation-service's words, lower case
 * @param highestSeverity the highest it ever had, P1 before P5
 * @param team the team in charge
 * @param triggeredAt when it began
 * @param acknowledgedAt when somebody took it
 * @param resolvedAt when it ended
 */
public record IncidentFacts(long number, String title, String status, @Nullable String highestSeverity,
		@Nullable String team, Instant triggeredAt, @Nullable Instant acknowledgedAt, @Nullable Instant resolvedAt) {

	private static final Set<String> OVER = Set.of("resolved", "closed");

	private static final Set<String> REVIEWED = Set.of("P1", "P2");

	/**
	 * Whether the incident is over and was once grave enough to be reviewed.
	 */
	public boolean callsForReview() {
		return OVER.contains(this.status) && this.highestSeverity != null && REVIEWED.contains(this.highestSeverity);
	}

}
