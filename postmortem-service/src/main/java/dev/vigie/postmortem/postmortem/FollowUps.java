package dev.vigie.postmortem.postmortem;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What was agreed in post-mortems; the feature that keeps it implements this, so that the
 * arrow between the two points one way.
 */
public interface FollowUps {

	/**
	 * The follow-ups of each post-mortem, the first due first.
	 */
	Map<UUID, List<FollowUp>> of(Collection<UUID> postmortems);

	/**
	 * One of them, as a post-mortem shows it.
	 */
	record FollowUp(UUID id, String title, String owner, LocalDate dueOn, String status, boolean overdue, int version) {
	}

}
