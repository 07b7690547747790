package dev.vigie.escalation.roster;

import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.Invalid;

/**
 * Whether a team that somebody names is known.
 */
@Component
public class Teams {

	private final Roster roster;

	Teams(Roster roster) {
		this.roster = roster;
	}

	/**
	 * Refuses a name that no team has, as {@link People#check} refuses one that is
	 * nobody's: not inside a transaction, and never where nothing was ever answered.
	 * @param field what the name was sent as
	 */
	public void check(String field, String name) {
		if (isUnknown(this.roster.stored(), name) && isUnknown(this.roster.refresh(), name)) {
			throw new Invalid(field, "is no team that is known");
		}
	}

	private static boolean isUnknown(RosterView roster, String name) {
		return roster.takenAt().isPresent() && !roster.knowsTeam(name);
	}

}
