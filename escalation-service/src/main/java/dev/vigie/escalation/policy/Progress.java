package dev.vigie.escalation.policy;

import java.time.Instant;
import java.util.List;

import dev.vigie.escalation.policy.EscalationPlan.Position;

/**
 * How far the escalation of an incident has come.
 *
 * @param run counts how often the incident was triggered
 * @param startedAt where the steps of this run count from; earlier than the run itself
 * when a failed page brought steps forward, later when it stood still
 * @param position the first step that is not done
 * @param again how often in this run somebody had to be told anew
 * @param repage whether the last step that was carried out is told again
 * @param skipped the steps whose condition did not hold when they were due
 */
public record Progress(int run, Instant startedAt, Position position, int again, boolean repage,
		List<Position> skipped) {

	public Progress {
		skipped = List.copyOf(skipped);
	}

	/**
	 * That of an incident which has just been triggered.
	 */
	public static Progress startingAt(Instant now) {
		return new Progress(1, now, Position.START, 0, false, List.of());
	}

	/**
	 * Begins the plan of another severity.
	 */
	public Progress anew(Instant now) {
		return new Progress(this.run, now, Position.START, this.again + 1, false, List.of());
	}

	/**
	 * After a turn.
	 */
	public Progress after(Turn turn) {
		return new Progress(this.run, this.startedAt, turn.next(), this.again, false, turn.waiting());
	}

}
