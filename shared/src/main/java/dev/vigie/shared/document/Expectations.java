package dev.vigie.shared.document;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a field should hold, in the words of whoever writes documents and has never heard
 * of Java.
 */
final class Expectations {

	private Expectations() {
	}

	static Optional<String> of(@Nullable Class<?> type) {
		return Optional.ofNullable(type).map(Expectations::name).map((name) -> "must be " + name);
	}

	private static @Nullable String name(Class<?> type) {
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
			return "a number";
		}
		if (Collection.class.isAssignableFrom(type)) {
			return "a list";
		}
		if (type.isRecord() || Map.class.isAssignableFrom(type)) {
			return "an object";
		}
		if (type.isEnum()) {
			return "one of " + Arrays.toString(type.getEnumConstants());
		}
		if (type == LocalDate.class) {
			return "a date such as 2026-01-05";
		}
		return (type == String.class) ? "text" : null;
	}

}
