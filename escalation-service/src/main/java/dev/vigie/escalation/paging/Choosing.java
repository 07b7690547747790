package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.EscalationStep;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.policy.Telling;
import dev.vigie.escalation.roster.RosterView;

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
	Choice of(EscalationStep step, RosterView roster, Instant at, ToLongFunction<Telling.RoundRobin> turns) {
		List<Chosen> found = new ArrayList<>();
		List<Target> nobody = new ArrayList<>();
		for (Target target : step.targets()) {
			List<Recipient> some = this.recipients.of(target, roster, at);
			if (some.isEmpty()) {
				nobody.add(target);
			}
			some.forEach((recipient) -> found.add(new Chosen(target, recipient)));
		}
		return new Choice(told(step.telling(), found, turns), nobody);
	}

	private static List<Chosen> told(Telling telling, List<Chosen> found, ToLongFunction<Telling.RoundRobin> turns) {
		return switch (telling) {
			case Telling.Together _ -> found;
			case Telling.RoundRobin turn ->
				found.isEmpty() ? found : List.of(found.get((int) (turns.applyAsLong(turn) % found.size())));
			case Telling.UntilAnswered answer -> oneByOne(found, answer.every());
		};
	}

	private static List<Chosen> oneByOne(List<Chosen> found, Duration every) {
		List<Chosen> told = new ArrayList<>();
		for (Chosen one : found) {
			Duration later = one.recipient().delay().plus(every.multipliedBy(told.size()));
			told.add(new Chosen(one.target(), one.recipient().after(later)));
		}
		return told;
	}

	/**
	 * What a step comes to.
	 *
	 * @param told who is told, in order
	 * @param nobody the targets that come to nobody
	 */
	record Choice(List<Chosen> told, List<Target> nobody) {
	}

	/**
	 * Somebody a target came to.
	 */
	record Chosen(Target target, Recipient recipient) {
	}

}
