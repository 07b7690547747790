package dev.vigie.escalation.incident;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What an incident turned out to be.
 */
enum Outcome {

	ACTIONABLE, FALSE_POSITIVE, INFORMATIONAL, DUPLICATE, SELF_HEALED, TEST;

	@JsonCreator
	static Outcome of(String word) {
		return Arrays.stream(values())
			.filter((outcome) -> outcome.word().equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(
					"must be one of actionable, false_positive, informational," + " duplicate, self_healed and test"));
	}

	@JsonValue
	String word() {
		return IncidentView.word(this);
	}

}
