package dev.vigie.escalation.severity;

import java.util.List;

/**
 * What a rule says to the facts.
 */
sealed interface Verdict {

	/**
	 * It holds.
	 */
	record Holds(Assessment assessment) implements Verdict {
	}

	/**
	 * It does not; the words for the code stand in
	 * {@code messages-escalation-severity*.properties}.
	 */
	record Fails(String code, List<String> words) implements Verdict {

		static Fails because(String code, String... words) {
			return new Fails(code, List.of(words));
		}

	}

}
