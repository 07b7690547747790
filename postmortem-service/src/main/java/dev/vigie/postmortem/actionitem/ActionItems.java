package dev.vigie.postmortem.actionitem;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

import dev.vigie.shared.problem.NotFound;

/**
 * The stored action items.
 */
interface ActionItems extends Repository<ActionItem, UUID> {

	Optional<ActionItem> findById(UUID id);

	List<ActionItem> findByPostmortemIdInOrderByDueOnAscIdAsc(Collection<UUID> postmortems);

	/**
	 * Those of which a person, or null for what is none, may know.
	 * @param owner whose they are, null for anybody's
	 */
	@NativeQuery("""
			select a.* from action_item a join incident i on i.number = a.incident_number
			where a.status in (:statuses) and (cast(:owner as text) is null or a.owner = :owner)
			and (a.due_on, a.id) > (:dueOn, :id)
			and (i.visible_to is null or cast(:person as text) = any(i.visible_to))
			order by a.due_on, a.id limit :limit
			""")
	List<ActionItem> page(@Nullable String owner, Collection<String> statuses, LocalDate dueOn, UUID id,
			@Nullable String person, int limit);

	ActionItem saveAndFlush(ActionItem item);

	default ActionItem get(UUID id) {
		return findById(id).orElseThrow(() -> missing(id));
	}

	static NotFound missing(UUID id) {
		return new NotFound("There is no action item " + id);
	}

}
