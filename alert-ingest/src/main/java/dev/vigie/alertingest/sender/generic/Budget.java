package dev.vigie.alertingest.sender.generic;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import dev.cel.common.ast.CelExpr;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.sender.generic.Shape.Use;

/**
 * What reading one body may cost, counted and not timed, so that a stored body reads the
 * same on a slow day. A mapping of any honest size stays far below.
 */
final class Budget {

	static final int LONGEST_TEXT = 1024 * 1024;

	private static final long STEPS = 5_000_000;

	private static final int LONGEST_LIST = 100_000;

	private static final int LARGEST_COMPARED = 1000;

	private static final int CHARACTERS_A_STEP = 16;

	private long left = STEPS;

	/**
	 * Pays for a step of an expression that resulted in a value.
	 */
	void pay(Shape shape, CelExpr expression, @Nullable Object value) {
		Use use = shape.uses().get(expression.id());
		spend(1);
		if (use == null || value == null) {
			return;
		}
		switch (value) {
			case String text -> payText(text, use);
			case Collection<?> list -> payList(list.size(), list, use);
			case Map<?, ?> map -> payList(map.size(), map, use);
			default -> {
			}
		}
	}

	/**
	 * Pays for what was made of a value.
	 */
	void payOutput(int characters) {
		spend(characters / CHARACTERS_A_STEP);
	}

	private void payText(String text, Use use) {
		if (text.length() > LONGEST_TEXT) {
			throw new Exhausted("a text is longer than 1 MiB");
		}
		spend((use == Use.MATCHED) ? text.length() : text.length() / CHARACTERS_A_STEP);
	}

	private void payList(int size, Object container, Use use) {
		switch (use) {
			case COMPARED -> {
				if (count(container, LARGEST_COMPARED) < 0) {
					throw new Exhausted("lists and objects as large as this cannot be compared");
				}
				spend(LARGEST_COMPARED / CHARACTERS_A_STEP);
			}
			case SEARCHED, READ -> spend(size / CHARACTERS_A_STEP);
			case RESULT, MATCHED -> {
				if (size > LONGEST_LIST) {
					throw new Exhausted("a list is longer than %d".formatted(LONGEST_LIST));
				}
			}
		}
	}

	// The same small list held many times over can be as large as the world.
	private static int count(@Nullable Object value, int allowed) {
		int left = allowed - 1;
		if (value instanceof Map<?, ?> map) {
			return count(map.values(), left);
		}
		if (value instanceof Collection<?> list) {
			for (Object element : list) {
				if (left < 0) {
					break;
				}
				left = count(element, left);
			}
		}
		return left;
	}

	private void spend(long steps) {
		this.left -= steps;
		if (this.left < 0) {
			throw new Exhausted("the mapping takes too many steps for this body");
		}
	}

	static String replace(String text, String what, String by) {
		long times = 0;
		for (int at = text.indexOf(what); at >= 0
				&& at < text.length(); at = text.indexOf(what, at + Math.max(what.length(), 1))) {
			times++;
		}
		check(text.length() + (times + 1) * Math.max(by.length() - what.length(), 0));
		return text.replace(what, by);
	}

	static String join(List<?> texts, String between) {
		long length = 0;
		for (Object text : texts) {
			if (!(text instanceof String part)) {
				throw new IllegalArgumentException("join takes a list of texts");
			}
			length += part.length() + between.length();
			check(length);
		}
		return String.join(between, texts.stream().map(String.class::cast).toList());
	}

	private static void check(long length) {
		if (length > LONGEST_TEXT) {
			throw new Exhausted("a text is longer than 1 MiB");
		}
	}

	/**
	 * Says what was too much.
	 */
	static final class Exhausted extends RuntimeException {

		Exhausted(String message) {
			super(message);
		}

	}

}
