package dev.vigie.oncall.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Kind;

/**
 * Every place where a person stands: what each feature says, and all documents that point
 * to them.
 */
@Component
public class Places {

	private final ObjectProvider<Kind<?>> kinds;

	private final ObjectProvider<Standing> standings;

	Places(ObjectProvider<Kind<?>> kinds, ObjectProvider<Standing> standings) {
		this.kinds = kinds;
		this.standings = standings;
	}

	public List<Place> of(String person) {
		Map<String, Place> places = new LinkedHashMap<>();
		this.kinds.orderedStream()
			.flatMap((kind) -> pointing(kind, person))
			.forEach((place) -> places.put(key(place), place));
		this.standings.orderedStream()
			.flatMap((standing) -> standing.places(person).stream())
			.forEach((place) -> places.put(key(place), place));
		return List.copyOf(places.values());
	}

	private static <S> Stream<Place> pointing(Kind<S> kind, String person) {
		return kind.after("", Integer.MAX_VALUE)
			.stream()
			.flatMap((document) -> kind.references(document.spec())
				.stream()
				.filter((reference) -> reference.kind().equals(PersonDirectory.KIND) && reference.name().equals(person))
				.map((reference) -> new Place(kind.kind(), document.name(), reference.field(), null, false)));
	}

	private static String key(Place place) {
		return place.kind() + "/" + place.name() + "/" + place.field();
	}

}
