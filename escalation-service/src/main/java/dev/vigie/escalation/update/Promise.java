package dev.vigie.escalation.update;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An update was promised. When it does not come somebody is reminded: at the time of the
 * promise, and again after each further interval, at most three times more.
 *
 * @param at when the update is to come
 * @param every how long after the one before it was promised
 * @param reminders how often somebody was reminded
 */
record Promise(Instant at, Duration every, int reminders) {

	/**
	 * The first, and three more.
	 */
	static final int MOST = 4;

	/**
	 * When somebody is reminded for the first time.
	 */
	static Promise made(Instant now, Duration within) {
		return new Promise(now.plus(within), within, 0);
	}

	/**
	 * The promise once somebody was reminded.
	 */
	Promise reminded() {
		return new Promise(this.at, this.every, this.reminders + 1);
	}

	/**
	 * When somebody is reminded next, seen from now: never twice for what was missed
	 * while nobody could remind.
	 */
	Optional<Instant> dueAfter(Instant now) {
		if (this.reminders >= MOST) {
			return Optional.empty();
		}
		if (this.reminders == 0 || now.isBefore(this.at)) {
			return Optional.of(this.at);
		}
		long passed = Duration.between(this.at, now).dividedBy(this.every);
		return Optional.of(this.at.plus(this.every.multipliedBy(passed + 1)));
	}

}
