package dev.vigie.postmortem.postmortem;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

import dev.vigie.shared.problem.NotFound;

/**
 * The stored post-mortems.
 */
interface Postmortems extends Repository<Postmortem, UUID> {

	Optional<Postmortem> findById(UUID id);

	Optional<Postmortem> findByIncidentNumber(long number);

	boolean existsByIncidentNumber(long number);

	@Query("select p from Postmortem p where p.status in :statuses and p.incidentNumber < :below"
			+ " order by p.incidentNumber desc")
	List<Postmortem> page(Collection<PostmortemStatus> statuses, long below, Limit limit);

	Postmortem saveAndFlush(Postmortem postmortem);

	default Postmortem get(UUID id) {
		return findById(id).orElseThrow(() -> new NotFound("There is no post-mortem " + id));
	}

}
