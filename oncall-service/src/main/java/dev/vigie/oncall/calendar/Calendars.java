package dev.vigie.oncall.calendar;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * All calendars.
 */
interface Calendars extends Repository<Calendar, String> {

	Optional<Calendar> findByName(String name);

	List<Calendar> findByNameGreaterThanOrderByName(String name, Limit limit);

	Calendar save(Calendar calendar);

	void deleteByName(String name);

}
