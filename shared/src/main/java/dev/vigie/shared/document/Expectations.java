package dev.vigie.shared.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What a field should hold, in the words of whoever writes documents and has never heard
 * of Java.
 */
final class Expectations {

	private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class, short.class,
			Short.class);

	private Expectations() {
	}

	static Optional<String> of(@Nullable Class<?> type) {
		return Optional.ofNullable(type).map(Expectations::name).map((name) -> "must be " + name);
	}

	private static @Nullable String name(Class<?> type) {
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (WHOLE.contains(type)) {
			return "a whole number";
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
		if (type == Instant.class || type == OffsetDateTime.class) {
			return "a time with offset, such as 2026-03-02T12:00:00Z or 2026-03-02T13:00:00+01:00";
		}
		if (type == UUID.class) {
			return "a UUID";
		}
		return (type == String.class) ? "text" : null;
	}

}
