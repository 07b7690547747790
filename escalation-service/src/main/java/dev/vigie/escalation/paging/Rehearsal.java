package dev.vigie.escalation.paging;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.incident.StepDeclaring;
import dev.vigie.escalation.paging.Foreseen.Telling;
import dev.vigie.escalation.policy.Deed;
import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.Progress;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.policy.Telling.RoundRobin;
import dev.vigie.escalation.policy.Turn;
import dev.vigie.escalation.policy.When;
import dev.vigie.escalation.roster.RosterView;

/**
 * Goes through the whole escalation of an incident that nobody acknowledges, by the same
 * decisions as the paging itself, and tells nobody.
 */
@Component
public class Rehearsal {

	private static final UUID NOT_THERE = new UUID(0, 0);

	private final Choosing choosing;

	private final Gates gates;

	private final LastResort lastResort;

	private final RoundRobins turns;

	private final StepDeclaring declaring;

	Rehearsal(Choosing choosing, Gates gates, LastResort lastResort, RoundRobins turns, StepDeclaring declaring) {
		this.declaring = declaring;
		this.choosing = choosing;
		this.gates = gates;
		this.lastResort = lastResort;
		this.turns = turns;
	}

	/**
	 * Everything that will happen from the instant on, in the order in which it is
	 * decided.
	 */
	public List<Foreseen> of(Subject subject, RosterView roster, Instant from) {
		Future future = new Future(subject, roster);
		Instant now = from;
		while (now != null) {
			now = future.next(now);
		}
		return future.seen;
	}

	/**
	 * What is gone through.
	 *
	 * @param incident the one that is there, null for one that is not
	 * @param plans the plan of a severity, null where no policy says who is told
	 */
	public record Subject(@Nullable UUID incident, Function<String, @Nullable EscalationPlan> plans, Progress progress,
			Facts facts, String severity, @Nullable String team) {
	}

	/**
	 * The future as far as it is known.
	 */
	private final class Future {

		private final List<Foreseen> seen = new ArrayList<>();

		private final Set<String> told = new HashSet<>();

		private final Set<String> declared = new HashSet<>();

		private final Map<RoundRobin, Long> taken = new HashMap<>();

		private final Subject subject;

		private final RosterView roster;

		private String severity;

		private Progress progress;

		Future(Subject subject, RosterView roster) {
			this.subject = subject;
			this.roster = roster;
			this.severity = subject.severity();
			this.progress = subject.progress();
		}

		@Nullable Instant next(Instant now) {
			EscalationPlan plan = this.subject.plans().apply(this.severity);
			if (plan == null) {
				resort(now, this.progress.position().cycle(), this.progress.position().step(), "no policy");
				return null;
			}
			Turn turn = Turn.of(plan, this.progress, now,
					(step) -> Rehearsal.this.gates.open(this.subject.facts(), step));
			add(turn, now);
			Optional<String> raised = raised(turn);
			if (raised.isPresent()) { // the plan of the new severity begins
				this.severity = raised.get();
				this.progress = this.progress.anew(now);
				return now;
			}
			this.progress = this.progress.after(turn);
			return turn.dueAt();
		}

		private Optional<String> raised(Turn turn) {
			return turn.carriedOut()
				.stream()
				.flatMap((step) -> step.step().deeds().stream())
				.flatMap((deed) -> (deed instanceof Deed.Raise(String to)) ? Stream.of(to) : Stream.empty())
				.min(Comparator.naturalOrder())
				.filter((to) -> to.compareTo(this.severity) < 0);
		}

		private void add(Turn turn, Instant now) {
			turn.skipped()
				.forEach((step) -> this.seen
					.add(new Foreseen.Skipped(now, step.cycle(), step.step().index(), condition(step.step().when()))));
			turn.carriedOut().forEach((step) -> carryOut(step, now));
			if (turn.dueAt() == null) {
				this.seen.add(new Foreseen.Exhausted(now));
			}
		}

		private static String condition(@Nullable When when) {
			return (when != null) ? when.condition() : "";
		}

		private void carryOut(DueStep step, Instant now) {
			int index = step.step().index();
			ToLongFunction<RoundRobin> turns = (turn) -> Rehearsal.this.turns.peek(turn, this.severity)
					+ this.taken.merge(turn, 1L, Long::sum) - 1;
			Choosing.Choice choice = Rehearsal.this.choosing.of(step.step(),
					new Choosing.Moment(this.roster, this.severity, now), turns);
			for (Target target : choice.nobody()) {
				this.seen.add(new Foreseen.Nobody(now, step.cycle(), index, target.text()));
				resort(now, step.cycle(), index, target.text() + " comes to nobody");
			}
			choice.told()
				.forEach((one) -> tell(now, new Telling(step.cycle(), index, one.target().text()), one.recipient(),
						choice.unavailable(one.recipient())));
			step.step()
				.deeds()
				.stream()
				.filter((deed) -> !(deed instanceof Deed.Declare declare) || declares(index, declare))
				.forEach((deed) -> this.seen.add(done(now, step.cycle(), index, deed)));
		}

		// Nobody takes what is declared either: there is one of each policy.
		private boolean declares(int step, Deed.Declare deed) {
			UUID incident = (this.subject.incident() != null) ? this.subject.incident() : NOT_THERE;
			return Rehearsal.this.declaring
				.declares(new StepDeclaring.Asked(incident, this.progress.run(), this.severity, step, deed))
					&& this.declared.add(deed.policy());
		}

		private Foreseen done(Instant now, int cycle, int step, Deed deed) {
			return switch (deed) {
				case Deed.Declare declare -> new Foreseen.Done(now, cycle, step, "declare", declare.policy());
				case Deed.Ask(String connection, Deed.What what) ->
					new Foreseen.Done(now, cycle, step, what.name().toLowerCase(Locale.ROOT), connection);
				case Deed.Raise(String severity) -> new Foreseen.Done(now, cycle, step, "raise", severity);
			};
		}

		private void resort(Instant now, int cycle, int step, String reason) {
			Rehearsal.this.lastResort.first(this.subject.team(), this.roster)
				.ifPresentOrElse(
						(resort) -> tell(now, new Telling(cycle, step, resort.target()), resort.recipient(), reason),
						() -> this.seen.add(new Foreseen.Nobody(now, cycle, step, LastResort.INSTALLATION)));
		}

		// One address is told once a step, however many targets come to it.
		private void tell(Instant now, Telling telling, Recipient recipient, String reason) {
			if (this.told.add(this.progress.again() + "." + telling.cycle() + "." + telling.step() + " "
					+ recipient.to().address())) {
				this.seen.add(new Foreseen.Page(now.plus(recipient.delay()), telling, recipient.person(),
						recipient.to().channel(), recipient.to().type().name().toLowerCase(Locale.ROOT),
						recipient.to().address(), reason));
			}
		}

	}

}
