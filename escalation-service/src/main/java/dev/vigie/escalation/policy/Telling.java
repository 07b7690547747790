package dev.vigie.escalation.policy;

import java.time.Duration;

/**
 * How the people of a step are told.
 */
public sealed interface Telling {

	/**
	 * All at once.
	 */
	record Together() implements Telling {
	}

	/**
	 * One of them, at the next incident the next one.
	 *
	 * @param policy whose turns these are
	 * @param step the place of the step in that policy, before others are let in
	 */
	record RoundRobin(String policy, int step) implements Telling {
	}

	/**
	 * One after the other, until somebody acknowledges.
	 */
	record UntilAnswered(Duration every) implements Telling {
	}

}
