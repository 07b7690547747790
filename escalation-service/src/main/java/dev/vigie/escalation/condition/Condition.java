package dev.vigie.escalation.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A compiled condition. What cannot be answered does not hold: {@code labels.tier ==
 * "1"}, {@code labels.tier != "1"} and {@code !(labels.tier == "1")} are all false when
 * there is no label {@code tier}. An error on one side of {@code ||} is forgiven when the
 * other side is true, and {@code has(labels.tier)} asks for the label itself.
 */
public final class Condition {

	private static final Logger log = LoggerFactory.getLogger(Condition.class);

	private final String text;

	private final CelRuntime.Program program;

	private final Asked asked;

	Condition(String text, CelRuntime.Program program, Asked asked) {
		this.text = text;
		this.program = program;
		this.asked = asked;
	}

	public String text() {
		return this.text;
	}

	/**
	 * What it asks for.
	 */
	public Asked asked() {
		return this.asked;
	}

	public boolean holds(Facts facts) {
		return ask(facts) instanceof Answer.Yes;
	}

	/**
	 * Asks, and learns why there is no answer if there is none.
	 */
	public Answer ask(Facts facts) {
		try {
			Object answer = this.program.eval(variables(facts));
			if (answer instanceof Boolean holds) {
				return holds ? new Answer.Yes() : new Answer.No();
			}
			return new Answer.None("it asks for what is not known");
		}
		catch (CelEvaluationException unanswerable) {
			log.debug("Condition {} has no answer: {}", this.text, unanswerable.getMessage());
			return new Answer.None(String.valueOf(unanswerable.getMessage()));
		}
	}

	static CelVariableResolver variables(Facts facts) {
		return (name) -> Variable.of(name).flatMap((variable) -> variable.of(facts));
	}

	/**
	 * What a condition says to the facts.
	 */
	public sealed interface Answer {

		/**
		 * It holds.
		 */
		record Yes() implements Answer {
		}

		/**
		 * It does not.
		 */
		record No() implements Answer {
		}

		/**
		 * It cannot be answered, so it does not hold.
		 */
		record None(String reason) implements Answer {
		}

	}

}
