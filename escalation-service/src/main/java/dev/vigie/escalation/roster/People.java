package dev.vigie.escalation.roster;

import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.Invalid;

/**
 * Whether a person that somebody names is known.
 */
@Component
public class People {

	private final Roster roster;

	People(Roster roster) {
		this.roster = roster;
	}

	/**
	 * Refuses a name that is nobody's. Asks oncall-service when it is not in the last
	 * roster, so it must not be called inside a transaction; where nothing was ever
	 * answered every name is taken.
	 * @param field what the name was sent as
	 */
	public void check(String field, String name) {
		if (isUnknown(this.roster.stored(), name) && isUnknown(this.roster.refresh(), name)) {
			throw new Invalid(field, "is nobody who is known");
		}
	}

	private static boolean isUnknown(RosterView roster, String name) {
		return roster.takenAt().isPresent() && roster.person(name).isEmpty();
	}

}
