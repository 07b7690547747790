package dev.vigie.alertingest.sender.generic;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.navigation.CelNavigableAst;

/**
 * What the parts of an expression are used for, by their ids: what a value costs depends
 * on what is done with it.
 */
record Shape(Map<Long, Use> uses) {

	/**
	 * Functions that only hand values on.
	 */
	private static final Set<String> FREE = Set.of("_?_:_", "_&&_", "_||_", "_[_]", "_[?_]", "_?._", "orValue", "or",
			"optional.of", "optional.none", "optional.ofNonZeroValue", "value", "hasValue", "type", "dyn",
			"@not_strictly_false", "!_");

	private static final Set<String> COMPARING = Set.of("_==_", "_!=_");

	Shape {
		uses = Map.copyOf(uses);
	}

	static Shape of(CelAbstractSyntaxTree tree) {
		Map<Long, Use> uses = new HashMap<>();
		CelNavigableAst.fromAst(tree).getRoot().allNodes().forEach((node) -> {
			CelExpr expression = node.expr();
			if (expression.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL) {
				note(expression.call(), uses);
				uses.putIfAbsent(expression.id(), Use.RESULT);
			}
		});
		return new Shape(uses);
	}

	private static void note(CelCall call, Map<Long, Use> uses) {
		if (FREE.contains(call.function())) {
			return;
		}
		Use use = COMPARING.contains(call.function()) ? Use.COMPARED : Use.READ;
		call.target().ifPresent((target) -> uses.put(target.id(), of(call.function(), use)));
		for (int i = 0; i < call.args().size(); i++) {
			boolean searched = call.function().equals("@in") && i == 1;
			uses.put(call.args().get(i).id(),
					searched ? Use.SEARCHED : call.function().equals("@in") ? Use.COMPARED : of(call.function(), use));
		}
	}

	private static Use of(String function, Use use) {
		return function.equals("matches") ? Use.MATCHED : use;
	}

	/**
	 * What becomes of a value.
	 */
	enum Use {

		/**
		 * A function made it.
		 */
		RESULT,
		/**
		 * A function reads it from end to end.
		 */
		READ,
		/**
		 * A regular expression runs over it.
		 */
		MATCHED,
		/**
		 * It is compared with another.
		 */
		COMPARED,
		/**
		 * It is looked for something.
		 */
		SEARCHED

	}

}
