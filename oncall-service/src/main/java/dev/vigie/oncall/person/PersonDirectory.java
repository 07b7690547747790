package dev.vigie.oncall.person;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Document;

/**
 * What other features ask about people.
 */
@Component
public class PersonDirectory {

	/**
	 * The kind of a reference to a person.
	 */
	public static final String KIND = "Person";

	private final People people;

	PersonDirectory(People people) {
		this.people = people;
	}

	public List<Document<PersonSpec>> all() {
		return this.people.findByNameGreaterThanOrderByName("", Limit.unlimited())
			.stream()
			.map(Person::document)
			.toList();
	}

	/**
	 * Those of the names that are there.
	 */
	public Map<String, PersonSpec> named(Collection<String> names) {
		return this.people.findByNameIn(Set.copyOf(names))
			.stream()
			.map(Person::document)
			.collect(Collectors.toMap(Document::name, Document::spec));
	}

}
