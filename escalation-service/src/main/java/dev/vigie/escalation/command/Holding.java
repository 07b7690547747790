package dev.vigie.escalation.command;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has a role, or had it.
 *
 * @param subject what an expert is one of
 * @param givenBy who gave it; the person, when they took it
 * @param brief what they were told when they came
 * @param ending how it ended; null while it lasts
 */
record Holding(UUID id, Role role, String person, @Nullable String subject, Instant since, String givenBy,
		@Nullable String brief, @Nullable Ending ending) {

	/**
	 * The same role, begun.
	 */
	static Holding beginning(Role role, String person, @Nullable String subject) {
		return new Holding(UUID.randomUUID(), role, person, subject, Instant.EPOCH, person, null, null);
	}

	Holding given(String by, @Nullable String brief, Instant at) {
		return new Holding(this.id, this.role, this.person, this.subject, at, by, brief, null);
	}

	boolean isOf(Role role, String person) {
		return this.role == role && this.person.equals(person);
	}

	boolean isAbout(@Nullable String subject) {
		return Objects.equals(this.subject, subject);
	}

	/**
	 * When it ended, by whom, and what was said.
	 */
	record Ending(Instant until, String by, @Nullable String parting) {
	}

}
