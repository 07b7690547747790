package dev.vigie.alertingest.sender.generic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import dev.vigie.shared.problem.Problem.FieldError;

/**
 * The language of mappings: CEL over {@code body}, {@code item} and {@code header}, with
 * optional values and some functions on texts. What could make much of little is bounded
 * here or by the {@link Budget}.
 */
final class Language {

	private static final CelOptions LIMITS = CelOptions.current()
		.maxExpressionCodePointSize(Mapping.LONGEST)
		.maxParseRecursionDepth(100)
		.comprehensionMaxIterations(10_000)
		.maxRegexProgramSize(1000)
		.build();

	private static final Function[] TEXTS = { Function.CHAR_AT, Function.INDEX_OF, Function.LAST_INDEX_OF,
			Function.LOWER_ASCII, Function.UPPER_ASCII, Function.SPLIT, Function.SUBSTRING, Function.TRIM };

	private final CelCompiler compiler = CelCompilerFactory.standardCelCompilerBuilder()
		.setOptions(LIMITS)
		.setStandardMacros(CelStandardMacro.STANDARD_MACROS)
		.addLibraries(CelExtensions.optional(), CelExtensions.strings(TEXTS))
		.addFunctionDeclarations(
				CelFunctionDecl.newFunctionDeclaration("replace",
						CelOverloadDecl.newMemberOverload("bounded_replace", SimpleType.STRING, SimpleType.STRING,
								SimpleType.STRING, SimpleType.STRING)),
				CelFunctionDecl.newFunctionDeclaration("join",
						CelOverloadDecl.newMemberOverload("bounded_join", SimpleType.STRING,
								ListType.create(SimpleType.DYN), SimpleType.STRING)))
		.addVar("body", SimpleType.DYN)
		.addVar("item", SimpleType.DYN)
		.addVar("header", MapType.create(SimpleType.STRING, SimpleType.STRING))
		.build();

	private final CelRuntime runtime = CelRuntimeFactory.standardCelRuntimeBuilder()
		.setOptions(LIMITS)
		.addLibraries(CelExtensions.optional(), CelExtensions.strings(TEXTS))
		.addFunctionBindings(
				CelFunctionBinding.from("bounded_replace", List.of(String.class, String.class, String.class),
						(texts) -> Budget.replace((String) texts[0], (String) texts[1], (String) texts[2])),
				CelFunctionBinding.from("bounded_join", List.class, String.class, Budget::join))
		.build();

	/**
	 * Compiles an expression.
	 * @param kinds what it may result in, anything if empty; what is known only later
	 * always passes
	 * @param errors collects what is wrong, with line and column
	 * @return the expression; one that must not be used if there were errors
	 */
	Expression compile(String field, String text, Set<CelKind> kinds, List<FieldError> errors) {
		try {
			CelAbstractSyntaxTree tree = this.compiler.compile(text).getAst();
			CelKind kind = tree.getResultType().kind();
			if (!kinds.isEmpty() && kind != CelKind.DYN && !kinds.contains(kind)) {
				errors.add(new FieldError(field,
						"1:1 must result in %s, not in %s".formatted(names(kinds), tree.getResultType().name())));
			}
			return new Expression(field, this.runtime.createProgram(tree), Shape.of(tree));
		}
		catch (CelValidationException refused) {
			refused.getErrors().forEach((issue) -> errors.add(new FieldError(field, reason(issue))));
		}
		catch (CelEvaluationException refused) {
			errors.add(new FieldError(field, String.valueOf(refused.getMessage())));
		}
		return Expression.BROKEN;
	}

	private static String names(Set<CelKind> kinds) {
		List<String> names = new ArrayList<>();
		kinds.stream().sorted().forEach((kind) -> names.add(kind.name().toLowerCase(Locale.ROOT)));
		return String.join(" or ", names);
	}

	private static String reason(CelIssue issue) {
		return "%d:%d %s".formatted(issue.getSourceLocation().getLine(), issue.getSourceLocation().getColumn() + 1,
				issue.getMessage());
	}

}
