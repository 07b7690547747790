package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPlan.Position;

/**
 * How far the escalation of an incident has come, and when it goes on.
 *
 * @param run counts how often the incident was triggered
 * @param startedAt where the steps of the run count from; moved on by the time the clock
 * stood still
 * @param dueAt when something is to be done next, null when nothing will come by itself
 * @param idleReason why a triggered incident has no due time
 * @param pausedAt since when the clock stands still, null while it runs
 * @param told who has been told how often
 */
record EscalationClock(int run, Instant startedAt, Position position, @Nullable Instant dueAt,
		@Nullable String idleReason, @Nullable Instant pausedAt, Told told) {

	static EscalationClock startingAt(Instant now) {
		return of(1, now, Told.NOBODY);
	}

	EscalationClock nextRun(Instant now) {
		return of(this.run + 1, now, Told.NOBODY);
	}

	/**
	 * It has become worse: the plan of the new severity begins, and tells also those who
	 * know of the milder one.
	 */
	EscalationClock replanned(Instant now) {
		return of(this.run, now, new Told(this.told.again() + 1, false, List.of()));
	}

	/**
	 * Nothing will be done any more.
	 */
	EscalationClock stopped() {
		return new EscalationClock(this.run, this.startedAt, this.position, null, null, this.pausedAt, this.told);
	}

	/**
	 * Stands still because somebody has taken it or put it off.
	 * @param until when that ends by itself, null for never
	 */
	EscalationClock paused(Instant now, @Nullable Instant until) {
		Instant since = (this.pausedAt != null) ? this.pausedAt : now;
		return new EscalationClock(this.run, this.startedAt, this.position, until, null, since, this.told);
	}

	/**
	 * Goes on where it stood: who was told last is told again at once, and what was to
	 * follow follows after the time that was left.
	 */
	EscalationClock resumed(Instant now) {
		Instant moved = (this.pausedAt != null && now.isAfter(this.pausedAt))
				? this.startedAt.plus(Duration.between(this.pausedAt, now)) : this.startedAt;
		return new EscalationClock(this.run, moved, this.position, now, null, null,
				new Told(this.told.again() + 1, true, this.told.skipped()));
	}

	/**
	 * Looks now whether a condition that did not hold holds.
	 */
	EscalationClock reconsidered(Instant now) {
		if (this.told.skipped().isEmpty() || this.pausedAt != null) {
			return this;
		}
		return new EscalationClock(this.run, this.startedAt, this.position, now, null, null, this.told);
	}

	private static EscalationClock of(int run, Instant now, Told told) {
		return new EscalationClock(run, now, Position.START, now, null, null, told);
	}

	/**
	 * Who has been told.
	 *
	 * @param again how often in this run somebody had to be told anew
	 * @param repage whether the last step that was carried out is told again
	 * @param skipped the steps of this run whose condition did not hold when they were
	 * due
	 */
	record Told(int again, boolean repage, List<Position> skipped) {

		static final Told NOBODY = new Told(0, false, List.of());

		Told {
			skipped = List.copyOf(skipped);
		}

	}

}
