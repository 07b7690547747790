package dev.vigie.escalation.paging;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Something that will happen to an incident that nobody acknowledges.
 */
public sealed interface Foreseen {

	/**
	 * When.
	 */
	Instant at();

	/**
	 * Somebody is told.
	 *
	 * @param person the name of the person, null for channels and mailboxes
	 * @param channel the name of the channel, null for people
	 * @param reason why them, if it is not the target itself that leads to them
	 */
	record Page(Instant at, Telling telling, @Nullable String person, @Nullable String channel, String method,
			String address, String reason) implements Foreseen {
	}

	/**
	 * A step is left out, for its condition does not hold.
	 */
	record Skipped(Instant at, int cycle, int step, String condition) implements Foreseen {
	}

	/**
	 * A target comes to nobody.
	 */
	record Nobody(Instant at, int cycle, int step, String target) implements Foreseen {
	}

	/**
	 * Something else is done.
	 *
	 * @param what war_room, ticket, raise or declare
	 * @param with the connection that is asked, the severity it gets, or the policy of
	 * what is declared
	 */
	record Done(Instant at, int cycle, int step, String what, String with) implements Foreseen {
	}

	/**
	 * All steps are done.
	 */
	record Exhausted(Instant at) implements Foreseen {
	}

	/**
	 * Which step tells, and by which target; both count from 0.
	 */
	record Telling(int cycle, int step, String target) {
	}

}
