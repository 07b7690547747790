package dev.vigie.escalation.condition;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem;

/**
 * Compiles conditions and remembers them by their text, so that every version of a
 * document that says the same shares one program.
 */
@Component
public class Conditions {

	private static final int REMEMBERED = 10_000;

	// A condition is asked for every alert; none may take long.
	private static final CelOptions LIMITS = CelOptions.current()
		.maxExpressionCodePointSize(10_000)
		.comprehensionMaxIterations(10_000)
		.maxRegexProgramSize(10_000)
		.enableHeterogeneousNumericComparisons(true) // values.cpu > 90
		.build();

	private static final Set<Variable> ALL = EnumSet.allOf(Variable.class);

	private final CelCompiler conditions = compiler(SimpleType.BOOL);

	private final CelCompiler texts = compiler(SimpleType.STRING);

	private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(LIMITS).build();

	private final Map<String, Condition> remembered = new ConcurrentHashMap<>();

	/**
	 * Compiles what may ask for everything.
	 * @throws Invalid naming the field, and line and column of each error
	 */
	public Condition compile(String field, String text) {
		return compile(field, text, ALL);
	}

	/**
	 * Compiles what may ask only for what is known where it is asked.
	 * @throws Invalid naming the field, and line and column of each error
	 */
	public Condition compile(String field, String text, Set<Variable> known) {
		Condition remembered = this.remembered.get(text);
		if (remembered != null && known.containsAll(remembered.asked().variables())) {
			return remembered;
		}
		Compiled read = compiled(this.conditions, field, text, known);
		Condition compiled = new Condition(text, read.program(), read.asked());
		if (this.remembered.size() >= REMEMBERED) {
			this.remembered.clear();
		}
		this.remembered.put(text, compiled);
		return compiled;
	}

	/**
	 * Compiles what comes to a text.
	 * @throws Invalid naming the field, and line and column of each error
	 */
	public Expression expression(String field, String text, Set<Variable> known) {
		Compiled compiled = compiled(this.texts, field, text, known);
		return new Expression(text, compiled.program(), compiled.asked());
	}

	private Compiled compiled(CelCompiler compiler, String field, String text, Set<Variable> known) {
		try {
			CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
			Questions questions = new Questions(tree, field);
			List<Problem.FieldError> errors = questions.read(known);
			if (!errors.isEmpty()) {
				throw new Invalid(errors);
			}
			return new Compiled(this.runtime.createProgram(tree), questions.asked());
		}
		catch (CelValidationException refused) {
			throw new Invalid(
					refused.getErrors().stream().map((issue) -> new Problem.FieldError(field, reason(issue))).toList());
		}
		catch (CelEvaluationException refused) {
			throw new Invalid(field, String.valueOf(refused.getMessage()));
		}
	}

	private static CelCompiler compiler(CelType result) {
		CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
			.setOptions(LIMITS)
			.setStandardMacros(CelStandardMacro.STANDARD_MACROS)
			.setResultType(result);
		ALL.forEach((variable) -> builder.addVar(variable.toString(), variable.type()));
		return builder.build();
	}

	private static String reason(CelIssue issue) {
		return Questions.position(issue.getSourceLocation()) + " " + issue.getMessage();
	}

	private record Compiled(CelRuntime.Program program, Asked asked) {
	}

}
