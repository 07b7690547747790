package dev.vigie.escalation.condition;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
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

	private static final MapType TEXTS = MapType.create(SimpleType.STRING, SimpleType.STRING);

	// A condition is asked for every alert; none may take long.
	private static final CelOptions LIMITS = CelOptions.current()
		.maxExpressionCodePointSize(10_000)
		.comprehensionMaxIterations(10_000)
		.maxRegexProgramSize(10_000)
		.build();

	private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
		.setOptions(LIMITS)
		.setStandardMacros(CelStandardMacro.STANDARD_MACROS)
		.addVar("labels", TEXTS)
		.addVar("annotations", TEXTS)
		.addVar("firing", SimpleType.INT)
		.addVar("integration", SimpleType.STRING)
		.addVar("team", SimpleType.STRING)
		.setResultType(SimpleType.BOOL)
		.build();

	private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(LIMITS).build();

	private final Map<String, Condition> remembered = new ConcurrentHashMap<>();

	/**
	 * Compiles.
	 * @throws Invalid naming the field, and line and column of each error
	 */
	public Condition compile(String field, String text) {
		Condition known = this.remembered.get(text);
		if (known != null) {
			return known;
		}
		Condition compiled = new Condition(text, program(field, text));
		if (this.remembered.size() >= REMEMBERED) {
			this.remembered.clear();
		}
		this.remembered.put(text, compiled);
		return compiled;
	}

	private CelRuntime.Program program(String field, String text) {
		try {
			CelAbstractSyntaxTree tree = this.compiler.compile(text).getAst();
			return this.runtime.createProgram(tree);
		}
		catch (CelValidationException refused) {
			throw new Invalid(
					refused.getErrors().stream().map((issue) -> new Problem.FieldError(field, reason(issue))).toList());
		}
		catch (CelEvaluationException refused) {
			throw new Invalid(field, String.valueOf(refused.getMessage()));
		}
	}

	private static String reason(CelIssue issue) {
		return "%d:%d %s".formatted(issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn() + 1,
				issue.getMessage());
	}

}
