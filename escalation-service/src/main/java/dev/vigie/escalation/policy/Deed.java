package dev.vigie.escalation.policy;

import org.jspecify.annotations.Nullable;

/**
 * What a step does beside telling people.
 */
public sealed interface Deed {

	/**
	 * Asks another program, by a connection, for something that gets a link: a war room
	 * or a ticket.
	 */
	record Ask(String connection, What what) implements Deed {
	}

	/**
	 * Raises the severity; a milder one than the present changes nothing.
	 */
	record Raise(String severity) implements Deed {
	}

	/**
	 * Declares another incident, which goes by a policy of its own.
	 *
	 * @param severity null for that of the incident
	 * @param title what its title begins with, null for the same title
	 */
	record Declare(String policy, @Nullable String severity, @Nullable String title) implements Deed {
	}

	/**
	 * What is asked for.
	 */
	enum What {

		WAR_ROOM, TICKET

	}

}
