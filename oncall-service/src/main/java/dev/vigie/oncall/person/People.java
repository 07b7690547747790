package dev.vigie.oncall.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.LockModeType;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * All people. Those who were erased are no more than a name and stand in no list.
 */
interface People extends Repository<Person, String> {

	Optional<Person> findByName(String name);

	/**
	 * Holds off others who want to change the same person.
	 */
	@Lock(LockModeType.PESSIMISTIC_WRITE)
	@Query("select person from Person person where person.name = :name")
	Optional<Person> lockByName(String name);

	List<Person> findByNameIn(Collection<String> names);

	List<Person> findByNameGreaterThanAndErasedAtIsNullOrderByName(String name, Limit limit);

	List<Person> findAllByOrderByName();

	Person save(Person person);

	void deleteByName(String name);

}
