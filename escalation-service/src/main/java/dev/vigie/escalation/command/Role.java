package dev.vigie.escalation.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * What somebody does while an incident lasts.
 */
public enum Role {

	/**
	 * Decides; exactly one at a time.
	 */
	COMMANDER,

	/**
	 * Tells those who are not in it how it stands.
	 */
	COMMUNICATIONS,

	/**
	 * Writes down what happens.
	 */
	SCRIBE,

	/**
	 * Knows a subject.
	 */
	EXPERT,

	/**
	 * Looks on.
	 */
	OBSERVER;

	/**
	 * The role as addresses and answers write it.
	 */
	@JsonValue
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	boolean isForOne() {
		return switch (this) {
			case COMMANDER, COMMUNICATIONS, SCRIBE -> true;
			case EXPERT, OBSERVER -> false;
		};
	}

	/**
	 * What an expert is one of; refused for everybody else.
	 */
	@Nullable String subject(@Nullable String sent) {
		String subject = (sent != null) ? sent.replace("\0", "").strip() : "";
		if (this == EXPERT && subject.isEmpty()) {
			throw new Invalid("subject", "must say what they are an expert of");
		}
		if (this != EXPERT && !subject.isEmpty()) {
			throw new Invalid("subject", "is only for experts");
		}
		return subject.isEmpty() ? null : subject;
	}

	static Role of(String word) {
		return Arrays.stream(values())
			.filter((role) -> role.word().equals(word.toLowerCase(Locale.ROOT)))
			.findFirst()
			.orElseThrow(() -> new Invalid("role", "must be one of " + all()));
	}

	private static String all() {
		return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
	}

}
