package dev.vigie.escalation.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * The steps of one severity and how often they are gone through again. A pure function of
 * times: it knows no clock and no database.
 *
 * @param steps in the order of their times
 * @param repeatTimes how often all steps are repeated after the first time
 * @param repeatAfter the pause between the last step and the first of the next cycle
 * @param acknowledgementTimeout how long an acknowledgement holds, null for ever
 */
public record EscalationPlan(List<EscalationStep> steps, int repeatTimes, Duration repeatAfter,
		@Nullable Duration acknowledgementTimeout) {

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
			due.add(due(runStartedAt, next));
			next = normal(new Position(next.cycle(), next.step() + 1));
		}
		Instant nextDueAt = isPast(next) ? null : time(runStartedAt, next);
		if (!due.isEmpty()) {
			return new Stage.Notify(due, next, nextDueAt);
		}
		return (nextDueAt != null) ? new Stage.Wait(nextDueAt) : new Stage.Exhausted();
	}

	/**
	 * The step at a position, if the plan has it.
	 */
	public Optional<DueStep> step(Instant runStartedAt, Position position) {
		return (position.step() >= 0 && position.step() < this.steps.size() && position.cycle() <= this.repeatTimes)
				? Optional.of(due(runStartedAt, position)) : Optional.empty();
	}

	/**
	 * Where the last step stands that was carried out before the one at the position;
	 * none at the start.
	 */
	public Optional<Position> before(Position position) {
		if (this.steps.isEmpty() || position.step() <= 0 && position.cycle() <= 0) {
			return Optional.empty();
		}
		if (position.step() > 0) {
			return Optional.of(new Position(position.cycle(), Math.min(position.step(), this.steps.size()) - 1));
		}
		return Optional.of(new Position(position.cycle() - 1, this.steps.size() - 1));
	}

	private DueStep due(Instant runStartedAt, Position position) {
		return new DueStep(position.cycle(), this.steps.get(position.step()), time(runStartedAt, position));
	}

	private boolean isPast(Position position) {
		return this.steps.isEmpty() || position.cycle() > this.repeatTimes;
	}

	private Instant time(Instant runStartedAt, Position position) {
		Duration cycle = this.steps.getLast().after().plus(this.repeatAfter);
		return runStartedAt.plus(cycle.multipliedBy(position.cycle())).plus(this.steps.get(position.step()).after());
	}

	/**
	 * The same position, or the one it comes to when it lies behind the end: a severity
	 * that fell may leave it behind that of a shorter plan.
	 */
	public Position normal(Position position) {
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
	 *
	 * @param dueAt when its time came
	 */
	public record DueStep(int cycle, EscalationStep step, Instant dueAt) {

		public Position position() {
			return new Position(this.cycle, this.step.index());
		}

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
