package dev.vigie.postmortem.postmortem;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.Repository;

import dev.vigie.shared.problem.NotFound;

/**
 * The stored post-mortems.
 */
interface Postmortems extends Repository<Postmortem, UUID> {

	Optional<Postmortem> findById(UUID id);

	Optional<Postmortem> findByIncidentNumber(long number);

	boolean existsByIncidentNumber(long number);

	/**
	 * Those of which a person, or null for what is none, may know.
	 */
	@NativeQuery("""
			select p.* from postmortem p join incident i on i.number = p.incident_number
			where p.status in (:statuses) and p.incident_number < :below
			and (i.visible_to is null or cast(:person as text) = any(i.visible_to))
			order by p.incident_number desc limit :limit
			""")
	List<Postmortem> page(Collection<String> statuses, long below, @Nullable String person, int limit);

	Postmortem saveAndFlush(Postmortem postmortem);

	default Postmortem get(UUID id) {
		return findById(id).orElseThrow(() -> missing(id));
	}

	static NotFound missing(UUID id) {
		return new NotFound("There is no post-mortem " + id);
	}

}
