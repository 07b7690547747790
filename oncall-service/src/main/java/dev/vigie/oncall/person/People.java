package dev.vigie.oncall.person;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

/**
 * All people.
 */
interface People extends Repository<Person, String> {

	Optional<Person> findByName(String name);

	List<Person> findByNameIn(Collection<String> names);

	List<Person> findByNameGreaterThanOrderByName(String name, Limit limit);

	Person save(Person person);

	void deleteByName(String name);

}
