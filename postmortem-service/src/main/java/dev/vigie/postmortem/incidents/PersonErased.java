package dev.vigie.postmortem.incidents;

import java.util.Objects;

/**
 * Somebody was erased and goes by a pseudonym from now on, in all programs.
 */
public record PersonErased(String person, String pseudonym) {

	static final String TYPE = "dev.vigie.person.erased";

	public PersonErased {
		Objects.requireNonNull(person, "person");
		Objects.requireNonNull(pseudonym, "pseudonym");
	}

}
