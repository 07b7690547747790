package dev.vigie.shared.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.shared.time.Delay;

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
		if (Collection.class.isAssignableFrom(type) || type.isArray()) {
			return "a list";
		}
		if (type == Delay.class) {
			return "a length of time such as 15m, 1h30m or PT15M";
		}
		if (type == String.class || isWrittenAsOne(type)) {
			return "text";
		}
		if (type.isRecord() || Map.class.isAssignableFrom(type)) {
			return "an object";
		}
		if (type.isEnum()) {
			return "one of " + Arrays.stream(type.getEnumConstants())
				.map((value) -> JsonMapper.shared().valueToTree(value).asString())
				.collect(Collectors.joining(", "));
		}
		if (type == LocalDate.class) {
			return "a date such as 2026-01-05";
		}
		if (type == LocalTime.class) {
			return "a time of day such as 09:00";
		}
		if (type == Instant.class || type == OffsetDateTime.class) {
			return "a time with offset, such as 2026-03-02T12:00:00Z or 2026-03-02T13:00:00+01:00";
		}
		return (type == UUID.class) ? "a UUID" : null;
	}

	// A record around one value, which stands for it in JSON.
	private static boolean isWrittenAsOne(Class<?> type) {
		return type.isRecord() && Arrays.stream(type.getDeclaredMethods())
			.anyMatch((method) -> method.isAnnotationPresent(JsonValue.class));
	}

}
