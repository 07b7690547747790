package dev.vigie.escalation.severity;

import java.util.ArrayList;
import java.util.List;

import dev.vigie.escalation.condition.Facts;

/**
 * Decides how bad an incident is. A pure function.
 */
final class Severities {

	private Severities() {
	}

	/**
	 * The severity of the first rule that holds.
	 */
	static Assessment assess(List<Rule> rules, Severity otherwise, Facts facts) {
		return decide(rules, otherwise, facts).assessment();
	}

	/**
	 * The same, with why each rule before it does not hold.
	 */
	static Decision decide(List<Rule> rules, Severity otherwise, Facts facts) {
		List<Verdict.Fails> failed = new ArrayList<>();
		for (Rule rule : rules) {
			switch (rule.ask(facts)) {
				case Verdict.Holds(Assessment assessment) -> {
					return new Decision(assessment, failed);
				}
				case Verdict.Fails fails -> failed.add(fails);
			}
		}
		return new Decision(new Assessment(otherwise, "default"), failed);
	}

	/**
	 * What was decided.
	 *
	 * @param failed the verdicts of the rules before the one that holds, which is the one
	 * at the place of their number
	 */
	record Decision(Assessment assessment, List<Verdict.Fails> failed) {

		Decision {
			failed = List.copyOf(failed);
		}

	}

}
