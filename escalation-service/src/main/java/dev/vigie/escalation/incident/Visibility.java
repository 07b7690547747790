package dev.vigie.escalation.incident;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Who may know of an incident: whoever may read incidents, or only the people who are
 * named. Nobody else learns that a private incident exists, whatever their role.
 *
 * @param people those who are named, the first named first; nobody is as long as
 * everybody may know
 */
public record Visibility(boolean isPrivate, List<Named> people) {

	/**
	 * As incidents are unless somebody says otherwise.
	 */
	public static final Visibility OPEN = new Visibility(false, List.of());

	public Visibility {
		people = List.copyOf(people);
	}

	/**
	 * @param person who asks, null for a program or an account that is nobody's
	 */
	public boolean allows(@Nullable String person) {
		return !this.isPrivate || this.people.stream().anyMatch((named) -> named.person().equals(person));
	}

	/**
	 * Names them besides those who are named, which makes the incident private.
	 */
	Visibility privateTo(List<Named> more) {
		Stream<Named> fresh = more.stream().filter((one) -> !names(one.person()));
		return new Visibility(true, Stream.concat(this.people.stream(), fresh).toList());
	}

	Visibility without(String person) {
		return new Visibility(this.isPrivate,
				this.people.stream().filter((named) -> !named.person().equals(person)).toList());
	}

	boolean names(String person) {
		return this.people.stream().anyMatch((named) -> named.person().equals(person));
	}

	List<String> names() {
		return this.people.stream().map(Named::person).toList();
	}

	/**
	 * Somebody who may know.
	 *
	 * @param addedBy who named them, null when they were paged or a route says so
	 */
	public record Named(String person, @Nullable String addedBy, Instant addedAt) {
	}

}
