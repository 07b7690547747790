package dev.vigie.escalation.incident;

import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.incident.IncidentChanges.Said;
import dev.vigie.escalation.incident.Visibility.Named;
import dev.vigie.shared.problem.Conflict;

/**
 * Lets people say who may know of an incident.
 */
@Component
@Transactional
class PrivacyHandling {

	private final IncidentChanges changes;

	private final ApplicationEventPublisher events;

	PrivacyHandling(IncidentChanges changes, ApplicationEventPublisher events) {
		this.changes = changes;
		this.events = events;
	}

	/**
	 * Nobody but these people, those who are named already and those who are being paged
	 * knows of it from now on.
	 */
	void hide(String number, List<String> people, String by, @Nullable String note) {
		this.changes.change(number, Said.of("MADE_PRIVATE", by, note).with("people", String.join(", ", people)),
				(incident) -> becomes(incident, incident.visibility.privateTo(named(people, by))));
		this.events.publishEvent(new IncidentHidden(this.changes.idOf(number)));
	}

	/**
	 * Whoever may read incidents may know of it.
	 */
	void reveal(String number, String by, @Nullable String note) {
		this.changes.change(number, Said.of("MADE_PUBLIC", by, note), (incident) -> becomes(incident, Visibility.OPEN));
	}

	void name(String number, String person, String by) {
		this.changes.change(number, Said.of("PERSON_NAMED", by, null).with("person", person), whilePrivate(
				(incident) -> becomes(incident, incident.visibility.privateTo(named(List.of(person), by)))));
	}

	void strike(String number, String person, String by) {
		this.changes.change(number, Said.of("PERSON_STRUCK", by, null).with("person", person),
				whilePrivate((incident) -> {
					Visibility fewer = incident.visibility.without(person);
					if (fewer.people().isEmpty()) {
						throw new Conflict("last-person",
								"%s is the last who may know of %s".formatted(person, incident.name()));
					}
					return becomes(incident, fewer);
				}));
		this.events.publishEvent(new PersonStruck(this.changes.idOf(number), person));
	}

	private List<Named> named(List<String> people, String by) {
		return people.stream().map((person) -> new Named(person, by, this.changes.now())).toList();
	}

	private static boolean becomes(Incident incident, Visibility next) {
		boolean fresh = !next.equals(incident.visibility);
		incident.visibility = next;
		return fresh;
	}

	private static Predicate<Incident> whilePrivate(Predicate<Incident> deed) {
		return (incident) -> {
			if (!incident.visibility.isPrivate()) {
				throw new Conflict("incident-public",
						incident.name() + " is not private: whoever may read incidents may know of it");
			}
			return deed.test(incident);
		};
	}

}
