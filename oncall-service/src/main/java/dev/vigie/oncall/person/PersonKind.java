package dev.vigie.oncall.person;

import java.util.List;
import java.util.Optional;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Document;
import dev.vigie.shared.document.Kind;

/**
 * People as documents.
 */
@Component
class PersonKind implements Kind<PersonSpec> {

	private final People people;

	private final VerificationTable verifications;

	PersonKind(People people, VerificationTable verifications) {
		this.people = people;
		this.verifications = verifications;
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
		return this.people.findByNameGreaterThanAndErasedAtIsNullOrderByName(name, Limit.of(limit))
			.stream()
			.map(Person::document)
			.toList();
	}

	@Override
	public void save(Document<PersonSpec> document) {
		this.people.findByName(document.name())
			.ifPresentOrElse((person) -> person.become(document.spec()),
					() -> this.people.save(new Person(document.name(), document.spec())));
		this.verifications.keepOnly(document.name(), document.spec().contactMethods());
	}

	@Override
	public void delete(String name) {
		this.people.deleteByName(name);
	}

}
