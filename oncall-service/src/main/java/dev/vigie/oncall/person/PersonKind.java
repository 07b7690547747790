package dev.vigie.oncall.person;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.document.Kind;
import dev.vigie.shared.document.Document;

/**
 * People as documents.
 */
@Component
class PersonKind implements Kind<PersonSpec> {

	private final People people;

	private final List<PersonUse> uses;

	PersonKind(People people, List<PersonUse> uses) {
		this.people = people;
		this.uses = uses;
	}

	@Override
	public String kind() {
		return PersonDirectory.KIND;
	}

	@Override
	public Optional<Document<PersonSpec>> find(String name) {
		return this.people.findByName(name).map(Person::document);
	}

	@Override
	public List<Document<PersonSpec>> after(String name, int limit) {
		return this.people.findByNameGreaterThanOrderByName(name, Limit.of(limit))
			.stream()
			.map(Person::document)
			.toList();
	}

	@Override
	public void create(String name, PersonSpec spec) {
		this.people.save(new Person(name, spec));
	}

	@Override
	public void update(String name, PersonSpec spec) {
		this.people.findByName(name).orElseThrow().become(spec);
	}

	@Override
	public void delete(String name) {
		this.people.deleteByName(name);
	}

	@Override
	public List<String> uses(String name) {
		return this.uses.stream().flatMap((use) -> use.usesOfPerson(name).stream()).toList();
	}

}
