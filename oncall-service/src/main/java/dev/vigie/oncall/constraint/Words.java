package dev.vigie.oncall.constraint;

import java.util.Arrays;
import java.util.Locale;

/**
 * Constants as documents write them: {@code working-hours} for {@code WORKING_HOURS}.
 */
public final class Words {

	private Words() {
	}

	public static String of(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * The constant of that word, in upper or lower case.
	 * @param <E> the type of the constants
	 */
	public static <E extends Enum<E>> E oneOf(E[] values, String word) {
		return Arrays.stream(values)
			.filter((value) -> of(value).equalsIgnoreCase(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"must be one of " + Arrays.toString(Arrays.stream(values).map(Words::of).toArray())));
	}

}
