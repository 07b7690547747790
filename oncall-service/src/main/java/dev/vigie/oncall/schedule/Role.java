package dev.vigie.oncall.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * What somebody is on a shift. Each role has a stack of layers of its own.
 */
public enum Role {

	/**
	 * Is paged first.
	 */
	PRIMARY,
	/**
	 * Is paged when the primary does not answer.
	 */
	BACKUP,
	/**
	 * Looks on and learns.
	 */
	SHADOW,
	/**
	 * Answers for the rest.
	 */
	MANAGER;

	@JsonCreator
	public static Role of(String text) {
		return Arrays.stream(values())
			.filter((role) -> role.name().equalsIgnoreCase(text))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("must be one of primary, backup, shadow, manager"));
	}

	@JsonValue
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Reads the role that a request asks for; null if it asks for none.
	 */
	public static @Nullable Role asked(@Nullable String text) {
		try {
			return (text != null) ? of(text) : null;
		}
		catch (IllegalArgumentException failure) {
			throw new Invalid("role", String.valueOf(failure.getMessage()));
		}
	}

	/**
	 * What is of a role; all if none is given.
	 */
	static <T> List<T> only(@Nullable Role role, List<T> all, Function<T, Role> its) {
		return all.stream().filter((one) -> role == null || its.apply(one) == role).toList();
	}

}
