package dev.vigie.postmortem.actionitem;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import dev.vigie.shared.problem.NotFound;

/**
 * The stored action items.
 */
interface ActionItems extends Repository<ActionItem, UUID> {

	Optional<ActionItem> findById(UUID id);

	List<ActionItem> findByPostmortemIdInOrderByDueOnAscIdAsc(Collection<UUID> postmortems);

	@Query("select a from ActionItem a where a.status in :statuses and a.owner in :owners"
			+ " and (a.dueOn, a.id) > (:dueOn, :id) order by a.dueOn, a.id")
	List<ActionItem> pageOf(Collection<String> owners, Collection<ActionItemStatus> statuses, LocalDate dueOn, UUID id,
			Limit limit);

	@Query("select a from ActionItem a where a.status in :statuses"
			+ " and (a.dueOn, a.id) > (:dueOn, :id) order by a.dueOn, a.id")
	List<ActionItem> page(Collection<ActionItemStatus> statuses, LocalDate dueOn, UUID id, Limit limit);

	ActionItem saveAndFlush(ActionItem item);

	default ActionItem get(UUID id) {
		return findById(id).orElseThrow(() -> new NotFound("There is no action item " + id));
	}

}
