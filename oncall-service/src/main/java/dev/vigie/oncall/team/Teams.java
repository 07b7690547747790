package dev.vigie.oncall.team;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * All teams.
 */
interface Teams extends Repository<Team, String> {

	Optional<Team> findByName(String name);

	List<Team> findByNameGreaterThanOrderByName(String name, Limit limit);

	Team save(Team team);

	void deleteByName(String name);

}
