package dev.vigie.escalation.policy;

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
	 * What is asked for.
	 */
	enum What {

		WAR_ROOM, TICKET

	}

}
