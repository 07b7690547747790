package dev.vigie.oncall.erasure;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.oncall.person.Place;
import dev.vigie.oncall.person.Places;
import dev.vigie.shared.document.Editing;
import dev.vigie.shared.problem.Conflict;

/**
 * Puts pseudonyms in place of people.
 */
@Component
@Transactional
class Erasing {

	private static final Logger log = LoggerFactory.getLogger(Erasing.class);

	private static final SecureRandom random = new SecureRandom();

	private final Keeping keeping;

	private final Places places;

	private final ErasureTable erasures;

	private final Tidings tidings;

	private final Editing editing;

	private final InstantSource clock;

	Erasing(Keeping keeping, Places places, ErasureTable erasures, Tidings tidings, Editing editing,
			InstantSource clock) {
		this.keeping = keeping;
		this.places = places;
		this.erasures = erasures;
		this.tidings = tidings;
		this.editing = editing;
		this.clock = clock;
	}

	/**
	 * Erases the person. Who was erased already stays so.
	 * @param force whether to do it though others count on the person
	 */
	Erasure erase(String name, boolean force, String by) {
		this.editing.takeTurn();
		Optional<Erasure> done = this.erasures.find(name);
		if (done.isPresent()) {
			return done.get();
		}
		this.keeping.export(name); // which fails where nothing is kept
		List<Place> duties = this.places.of(name).stream().filter(Place::duty).toList();
		if (!duties.isEmpty() && !force) {
			throw new Conflict("person-on-duty", "Others count on Person %s in %d places; hand these over, or force it"
				.formatted(name, duties.size()), Map.of("places", duties));
		}
		String pseudonym = pseudonym();
		Erasure erasure = new Erasure(pseudonym, by.equals(name) ? pseudonym : by,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), !duties.isEmpty());
		this.erasures.add(erasure);
		this.keeping.rename(name, pseudonym);
		this.tidings.tell(name, pseudonym);
		log.info("A person is {} now, erased by {}", pseudonym, erasure.erasedBy());
		return erasure;
	}

	// By chance, not by computing: nobody shall try names until one fits.
	private static String pseudonym() {
		byte[] bytes = new byte[8];
		random.nextBytes(bytes);
		return "erased-" + HexFormat.of().formatHex(bytes);
	}

}
