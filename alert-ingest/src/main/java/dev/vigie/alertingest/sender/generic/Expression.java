package dev.vigie.alertingest.sender.generic;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.cel.common.values.NullValue;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.sender.generic.Budget.Exhausted;
import dev.vigie.shared.problem.Invalid;

/**
 * One compiled expression of a mapping.
 *
 * @param field its path in the settings
 */
record Expression(String field, CelRuntime.@Nullable Program program, Shape shape) {

	/**
	 * Stands for one that did not compile.
	 */
	static final Expression BROKEN = new Expression("", null, new Shape(Map.of()));

	private static final Pattern PLACE = Pattern.compile("evaluation error at <input>:(\\d+): (.*)", Pattern.DOTALL);

	/**
	 * Its value, null if there is none.
	 * @throws Failed if this body has no answer to it
	 * @throws Invalid if it takes too much to answer
	 */
	@Nullable Object value(Map<String, Object> variables, Budget budget) throws Failed {
		if (this.program == null) {
			throw new IllegalStateException("An expression that does not compile was asked");
		}
		try {
			Object value = this.program.trace(variables,
					(expression, result) -> budget.pay(this.shape, expression, result));
			Object present = (value instanceof Optional<?> optional) ? optional.orElse(null) : value;
			return (present instanceof NullValue) ? null : present;
		}
		catch (CelEvaluationException failure) {
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				if (cause instanceof Exhausted exhausted) {
					throw new Invalid(this.field, String.valueOf(exhausted.getMessage()));
				}
			}
			throw new Failed(reason(failure));
		}
	}

	private static String reason(CelEvaluationException failure) {
		String message = String.valueOf(failure.getMessage());
		Matcher matcher = PLACE.matcher(message);
		return matcher.matches() ? "at character %d: %s".formatted(Integer.parseInt(matcher.group(1)) + 1,
				matcher.group(2).replaceFirst(" Overload candidates: .*", "")) : message;
	}

	/**
	 * Says why a body has no answer.
	 */
	static final class Failed extends Exception {

		Failed(String message) {
			super(message);
		}

	}

}
