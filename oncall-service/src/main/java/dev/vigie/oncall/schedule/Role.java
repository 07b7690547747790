package dev.vigie.oncall.schedule;

import java.util.Arrays;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

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

}
