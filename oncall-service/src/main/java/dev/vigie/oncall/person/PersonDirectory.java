package dev.vigie.oncall.person;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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

	private final DepartureTable departures;

	PersonDirectory(People people, DepartureTable departures) {
		this.people = people;
		this.departures = departures;
	}

	/**
	 * Everybody, those who have left or were erased too: others may still point to them.
	 */
	public List<Document<PersonSpec>> all() {
		return this.people.findAllByOrderByName().stream().map(Person::document).toList();
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

	/**
	 * Those who have left, or will, and from when on.
	 */
	public Map<String, Instant> left() {
		return this.departures.current().stream().collect(Collectors.toMap(Departure::person, Departure::leftAt));
	}

	/**
	 * Who was, is or will be away when: also the departures that people have come back
	 * from, without those that were called off.
	 */
	public List<Departure> departures() {
		return this.departures.all().stream().filter(Departure::happened).toList();
	}

}
