package dev.vigie.escalation.condition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;

import dev.vigie.shared.problem.Problem.FieldError;

/**
 * Finds out what a condition asks for, and what of it cannot be answered.
 */
final class Questions {

	private final CelAbstractSyntaxTree tree;

	private final String field;

	private final Set<Variable> variables = EnumSet.noneOf(Variable.class);

	private final Set<String> labels = new HashSet<>();

	private final Set<String> values = new HashSet<>();

	private final List<FieldError> errors = new ArrayList<>();

	Questions(CelAbstractSyntaxTree tree, String field) {
		this.tree = tree;
		this.field = field;
	}

	/**
	 * Reads the whole condition.
	 * @return what is wrong with it
	 */
	List<FieldError> read(Set<Variable> known) {
		CelNavigableAst.fromAst(this.tree)
			.getRoot()
			.allNodes()
			.filter((node) -> node.getKind() == Kind.IDENT && !isOwnName(node))
			.forEach((node) -> Variable.of(node.expr().ident().name()).ifPresent((asked) -> read(node, asked, known)));
		return this.errors;
	}

	Asked asked() {
		return new Asked(this.variables, this.labels, this.values);
	}

	private void read(CelNavigableExpr node, Variable asked, Set<Variable> known) {
		this.variables.add(asked);
		if (!known.contains(asked)) {
			refuse(node, "'%s' is not known here; known are %s".formatted(asked,
					String.join(", ", known.stream().sorted().map(Variable::toString).toList())));
		}
		else if (Variable.COUNTED.contains(asked)) {
			name(node).ifPresentOrElse((name) -> names(asked).add(name),
					() -> refuse(node, "'%1$s' must be asked by a name: %1$s.cpu or %1$s[\"cpu\"]".formatted(asked)));
		}
	}

	private Set<String> names(Variable asked) {
		return (asked == Variable.VALUES || asked == Variable.LEAST) ? this.values : this.labels;
	}

	// values.cpu, has(values.cpu), values["cpu"] and "cpu" in values
	private static Optional<String> name(CelNavigableExpr node) {
		CelExpr parent = node.parent().map(CelNavigableExpr::expr).orElse(null);
		if (parent == null) {
			return Optional.empty();
		}
		return switch (parent.getKind()) {
			case SELECT -> Optional.of(parent.select().field());
			case CALL -> switch (parent.call().function()) {
				case "_[_]" -> text(parent.call().args().get(1));
				case "@in" -> text(parent.call().args().get(0));
				default -> Optional.empty();
			};
			default -> Optional.empty();
		};
	}

	private static Optional<String> text(CelExpr expression) {
		return (expression.getKind() == Kind.CONSTANT
				&& expression.constant().getKind() == CelConstant.Kind.STRING_VALUE)
						? Optional.of(expression.constant().stringValue()) : Optional.empty();
	}

	/**
	 * Whether the name is one that the condition itself gives:
	 * {@code labels.exists(date, date == "x")}.
	 */
	private static boolean isOwnName(CelNavigableExpr node) {
		String name = node.expr().ident().name();
		Optional<CelNavigableExpr> around = node.parent();
		while (around.isPresent()) {
			CelExpr expression = around.get().expr();
			if (expression.getKind() == Kind.COMPREHENSION && (expression.comprehension().iterVar().equals(name)
					|| expression.comprehension().iterVar2().equals(name))) {
				return true;
			}
			around = around.get().parent();
		}
		return false;
	}

	private void refuse(CelNavigableExpr node, String reason) {
		this.errors.add(new FieldError(this.field,
				Optional.ofNullable(this.tree.getSource().getPositionsMap().get(node.id()))
					.flatMap(this.tree.getSource()::getOffsetLocation)
					.map((place) -> position(place) + " " + reason)
					.orElse(reason)));
	}

	static String position(CelSourceLocation place) {
		return "%d:%d".formatted(place.getLine(), place.getColumn() + 1);
	}

}
