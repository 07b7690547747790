package dev.vigie.oncall.person;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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

	private final DepartureTable departures;

	private final InstantSource clock;

	PersonKind(People people, VerificationTable verifications, DepartureTable departures, InstantSource clock) {
		this.people = people;
		this.verifications = verifications;
		this.departures = departures;
		this.clock = clock;
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
			.ifPresentOrElse((person) -> person.become(document.spec()), () -> create(document));
		this.verifications.keepOnly(document.name(), document.spec().contactMethods());
	}

	private void create(Document<PersonSpec> document) {
		// Of that name somebody may have been deleted.
		this.departures.current(document.name())
			.ifPresent((departure) -> this.departures.end(departure.id(), this.clock.instant(), null));
		this.people.save(new Person(document.name(), document.spec()));
	}

	// To be deleted is to leave for good; what was before stays so.
	@Override
	public void delete(String name) {
		Instant now = this.clock.instant();
		Departure departure = this.departures.current(name)
			.map((known) -> known.isPast(now) ? known : known.as(now, known.reason(), known.takesOver()))
			.orElseGet(() -> new Departure(UUID.randomUUID(), name, now, "deleted", null, "", now, null));
		this.departures.save(departure, now);
		this.people.deleteByName(name);
	}

}
