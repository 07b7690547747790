package dev.vigie.escalation.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.EscalationPlan.Position;
import dev.vigie.escalation.policy.EscalationPlan.Stage;

/**
 * What an incident that is due comes to: which steps are carried out now, which are left
 * out, and when to look again. A pure function, the same for paging and for simulating.
 *
 * @param carriedOut the steps whose people are told, in order
 * @param skipped the steps that became due and whose condition does not hold
 * @param waiting all steps of the run whose condition has not held so far
 * @param next the first step that is not done
 * @param dueAt when to look again, null when all steps are done
 */
public record Turn(List<DueStep> carriedOut, List<DueStep> skipped, List<Position> waiting, Position next,
		@Nullable Instant dueAt) {

	public Turn {
		carriedOut = List.copyOf(carriedOut);
		skipped = List.copyOf(skipped);
		waiting = List.copyOf(waiting);
	}

	/**
	 * @param holds whether the condition of a step holds now
	 */
	public static Turn of(EscalationPlan plan, Progress progress, Instant now, Predicate<DueStep> holds) {
		List<DueStep> late = new ArrayList<>();
		List<DueStep> skipped = new ArrayList<>();
		List<Position> waiting = new ArrayList<>();
		for (Position position : progress.skipped()) { // it may hold by now
			plan.step(progress.startedAt(), position).ifPresent((step) -> {
				if (holds.test(step)) {
					late.add(step);
				}
				else {
					waiting.add(position);
				}
			});
		}
		Stage stage = plan.at(progress.startedAt(), progress.position(), now);
		List<DueStep> inTime = new ArrayList<>();
		for (DueStep step : (stage instanceof Stage.Notify notify) ? notify.due() : List.<DueStep>of()) {
			if (holds.test(step)) {
				inTime.add(step);
			}
			else {
				skipped.add(step);
				waiting.add(step.position());
			}
		}
		List<DueStep> carriedOut = new ArrayList<>(once(late, inTime));
		carriedOut.addAll(inTime);
		if (progress.repage() && carriedOut.isEmpty()) {
			last(plan, progress, waiting).ifPresent(carriedOut::add);
		}
		return switch (stage) {
			case Stage.Notify notify -> new Turn(carriedOut, skipped, waiting, notify.next(), notify.nextDueAt());
			case Stage.Wait(Instant until) ->
				new Turn(carriedOut, skipped, waiting, plan.normal(progress.position()), until);
			case Stage.Exhausted() -> new Turn(carriedOut, skipped, waiting, progress.position(), null);
		};
	}

	/**
	 * Whether it was only to look again at conditions, none of which holds: all has been
	 * said before.
	 */
	public boolean isInVain(Progress before) {
		return this.carriedOut.isEmpty() && this.skipped.isEmpty() && !before.skipped().isEmpty();
	}

	// What several cycles skipped is made up for once, as of the last of them.
	private static List<DueStep> once(List<DueStep> late, List<DueStep> inTime) {
		return late.stream()
			.filter((step) -> Stream.concat(late.stream(), inTime.stream())
				.noneMatch((other) -> other.step().index() == step.step().index() && other.cycle() > step.cycle()))
			.toList();
	}

	// Whoever was told last, and not a step that told nobody.
	private static Optional<DueStep> last(EscalationPlan plan, Progress progress, List<Position> waiting) {
		Optional<Position> position = plan.before(progress.position());
		while (position.isPresent() && waiting.contains(position.get())) {
			position = plan.before(position.get());
		}
		return position.flatMap((found) -> plan.step(progress.startedAt(), found));
	}

}
