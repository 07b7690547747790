package dev.vigie.escalation.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The steps of one severity and how often they are gone through again. A pure function of
 * times: it knows no clock and no database.
 *
 * @param steps in the order of their times
 * @param repeatTimes how often all steps are repeated after the first time
 * @param repeatAfter the pause between the last step and the first of the next cycle
 */
public record EscalationPlan(List<EscalationStep> steps, int repeatTimes, Duration repeatAfter) {

	public EscalationPlan {
		steps = List.copyOf(steps);
	}

	/**
	 * What there is to do at {@code now}.
	 * @param runStartedAt when the clock of this run began
	 * @param position the first step that is not done
	 * @param now the present
	 * @return every step whose time has come, or until when to wait, or that nothing is
	 * left
	 */
	public Stage at(Instant runStartedAt, Position position, Instant now) {
		List<DueStep> due = new ArrayList<>();
		Position next = normal(position);
		while (!isPast(next) && !time(runStartedAt, next).isAfter(now)) {
			due.add(new DueStep(next.cycle(), this.steps.get(next.step())));
			next = normal(new Position(next.cycle(), next.step() + 1));
		}
		Instant nextDueAt = isPast(next) ? null : time(runStartedAt, next);
		if (!due.isEmpty()) {
			return new Stage.Notify(due, next, nextDueAt);
		}
		return (nextDueAt != null) ? new Stage.Wait(nextDueAt) : new Stage.Exhausted();
	}

	private boolean isPast(Position position) {
		return this.steps.isEmpty() || position.cycle() > this.repeatTimes;
	}

	private Instant time(Instant runStartedAt, Position position) {
		Duration cycle = this.steps.getLast().after().plus(this.repeatAfter);
		return runStartedAt.plus(cycle.multipliedBy(position.cycle())).plus(this.steps.get(position.step()).after());
	}

	// A severity that fell may leave the position behind the end of a shorter plan.
	private Position normal(Position position) {
		return (position.step() < this.steps.size()) ? position : new Position(position.cycle() + 1, 0);
	}

	/**
	 * The first step that is not done yet.
	 */
	public record Position(int cycle, int step) {

		public static final Position START = new Position(0, 0);

	}

	/**
	 * A step whose time has come, in the cycle it belongs to.
	 */
	public record DueStep(int cycle, EscalationStep step) {
	}

	/**
	 * What there is to do.
	 */
	public sealed interface Stage {

		/**
		 * Tell these, in order; {@code nextDueAt} is null when nothing comes after them.
		 */
		record Notify(List<DueStep> due, Position next, @Nullable Instant nextDueAt) implements Stage {

			public Notify {
				due = List.copyOf(due);
			}

		}

		/**
		 * Nothing before that time, which is later than now.
		 */
		record Wait(Instant until) implements Stage {
		}

		/**
		 * All steps of all cycles are done.
		 */
		record Exhausted() implements Stage {
		}

	}

}
