package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.EscalationStep;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.policy.Telling;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.escalation.roster.Urgency;

/**
 * Whom a step tells: decided by the roster and the configured channels alone, the same
 * for paging and for simulating.
 */
@Component
class Choosing {

	private final Recipients recipients;

	Choosing(Recipients recipients) {
		this.recipients = recipients;
	}

	/**
	 * @param turns whose turn it is, asked only where one of several is told
	 */
	Choice of(EscalationStep step, Moment moment, ToLongFunction<Telling.RoundRobin> turns) {
		List<Found> found = new ArrayList<>();
		List<Target> nobody = new ArrayList<>();
		for (Target target : step.targets()) {
			List<Recipients.Reached> some = this.recipients.of(target, moment.roster(), Urgency.of(moment.severity()),
					moment.at());
			if (some.isEmpty()) {
				nobody.add(target);
			}
			some.forEach((reached) -> found.add(new Found(target, reached)));
		}
		List<Found> chosen = (step.telling() instanceof Telling.RoundRobin turn && !found.isEmpty())
				? List.of(found.get((int) (turns.applyAsLong(turn) % found.size()))) : found;
		Duration every = (step.telling() instanceof Telling.UntilAnswered answer) ? answer.every() : Duration.ZERO;
		return new Choice(told(chosen, every), nobody, chosen.stream().flatMap(Found::unavailable).toList());
	}

	// The soonest first: an address is told once a step, and no later than one of the
	// targets says.
	private static List<Chosen> told(List<Found> found, Duration every) {
		List<Chosen> told = new ArrayList<>();
		Duration later = Duration.ZERO;
		for (Found one : found) {
			for (Recipient recipient : one.reached().by()) {
				told.add(new Chosen(one.target(), recipient.after(recipient.delay().plus(later))));
			}
			later = later.plus(every);
		}
		told.sort(Comparator.comparing((one) -> one.recipient().delay()));
		return told;
	}

	/**
	 * By what and when it is decided.
	 */
	record Moment(RosterView roster, String severity, Instant at) {
	}

	/**
	 * What a step comes to.
	 *
	 * @param told who is told, the soonest first
	 * @param nobody the targets that come to nobody
	 * @param unavailable the ways people should be told and cannot be
	 */
	record Choice(List<Chosen> told, List<Target> nobody, List<Unavailable> unavailable) {

		/**
		 * Why somebody is told by other ways than they should be; empty if they are not.
		 */
		String unavailable(Recipient recipient) {
			List<String> methods = this.unavailable.stream()
				.filter((one) -> Objects.equals(one.person(), recipient.person()))
				.flatMap((one) -> one.methods().stream())
				.distinct()
				.toList();
			return methods.isEmpty() ? "" : "nothing can be sent by " + String.join(", ", methods);
		}

	}

	/**
	 * Contact methods that cannot be sent to.
	 */
	record Unavailable(@Nullable String person, List<String> methods) {
	}

	private record Found(Target target, Recipients.Reached reached) {

		Stream<Unavailable> unavailable() {
			return this.reached.unavailable().isEmpty() ? Stream.empty()
					: Stream.of(new Unavailable(this.reached.by().getFirst().person(), this.reached.unavailable()));
		}

	}

	/**
	 * Somebody a target came to.
	 */
	record Chosen(Target target, Recipient recipient) {
	}

}
