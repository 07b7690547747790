package dev.vigie.escalation.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression that comes to a text, such as {@code labels.impact} or
 * {@code firing > 10 ? "high" : "low"}.
 */
public final class Expression {

	private final String source;

	private final CelRuntime.Program program;

	private final Asked asked;

	Expression(String source, CelRuntime.Program program, Asked asked) {
		this.source = source;
		this.program = program;
		this.asked = asked;
	}

	/**
	 * The expression as it is written.
	 */
	public String source() {
		return this.source;
	}

	/**
	 * What it asks for.
	 */
	public Asked asked() {
		return this.asked;
	}

	/**
	 * What it comes to, null where it has no answer.
	 */
	public @Nullable String text(Facts facts) {
		try {
			return (this.program.eval(Condition.variables(facts)) instanceof String text) ? text : null;
		}
		catch (CelEvaluationException _) {
			return null;
		}
	}

}
