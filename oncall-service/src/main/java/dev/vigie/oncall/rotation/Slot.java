package dev.vigie.oncall.rotation;

import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import dev.vigie.shared.document.Names;

/**
 * Who shares one turn: written as a name, or as a list of several; an empty list is a
 * turn that nobody has.
 *
 * @param people their names
 */
public record Slot(List<String> people) {

	private static final Pattern NAME = Pattern.compile(Names.PATTERN);

	private static final int MOST = 20;

	public Slot {
		people = List.copyOf(people);
	}

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	static Slot of(Object written) {
		List<?> names = (written instanceof List<?> list) ? list : List.of(written);
		if (names.size() > MOST || names.stream().distinct().count() < names.size()) {
			throw new IllegalArgumentException("must hold at most " + MOST + " names, each once");
		}
		return new Slot(names.stream().map(Slot::name).toList());
	}

	private static String name(Object written) {
		if (written instanceof String name && NAME.matcher(name).matches()) {
			return name;
		}
		throw new IllegalArgumentException("must be the name of a person or a list of names");
	}

	/**
	 * As it is written.
	 */
	@JsonValue
	Object written() {
		return (this.people.size() == 1) ? this.people.getFirst() : this.people;
	}

}
