package dev.vigie.oncall.person;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Names;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.NotFound;

/**
 * Reads people with how things are with them.
 */
@Component
@Transactional(readOnly = true)
class PersonReading {

	private static final int LONGEST = 500;

	private final People people;

	private final DepartureTable departures;

	private final VerificationTable verifications;

	private final InstantSource clock;

	PersonReading(People people, DepartureTable departures, VerificationTable verifications, InstantSource clock) {
		this.people = people;
		this.departures = departures;
		this.verifications = verifications;
		this.clock = clock;
	}

	PersonView one(String name) {
		Person person = this.people.findByName(name)
			.orElseThrow(() -> new NotFound("There is no Person named " + name));
		Departure departure = this.departures.current(name).orElse(null);
		PersonView.Status status = person.isErased() ? PersonView.Status.ERASED
				: PersonView.Status.of(departure, this.clock.instant());
		return PersonView.of(person.document(), status, departure).with(this.verifications.of(name));
	}

	Listing<PersonView> list(String after, int limit) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		Instant now = this.clock.instant();
		Map<String, Departure> departures = this.departures.current()
			.stream()
			.collect(Collectors.toMap(Departure::person, Function.identity()));
		return Listing
			.of(this.people.findByNameGreaterThanAndErasedAtIsNullOrderByName(after, Limit.of(limit + 1)), limit,
					(person) -> person.document().name())
			.map(Person::document)
			.map((person) -> PersonView.of(person, PersonView.Status.of(departures.get(person.name()), now),
					departures.get(person.name())));
	}

}
