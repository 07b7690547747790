package dev.vigie.oncall.schedule;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * All schedules.
 */
interface Schedules extends Repository<Schedule, String> {

	Optional<Schedule> findByName(String name);

	boolean existsByName(String name);

	List<Schedule> findByNameGreaterThanOrderByName(String name, Limit limit);

	Schedule save(Schedule schedule);

	void deleteByName(String name);

}
