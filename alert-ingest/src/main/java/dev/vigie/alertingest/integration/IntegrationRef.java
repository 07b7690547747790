package dev.vigie.alertingest.integration;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An integration as the rest of the program knows it.
 *
 * @param id what alerts are kept under
 * @param name what people call it
 * @param type the kind of sender
 * @param team the team its alerts belong to
 * @param staleAfter after how long without a word an alert counts as ended, null for
 * never
 * @param settings what is set for this kind of sender, a record of the type's own
 * @param protection what is set against senders that should not
 */
public record IntegrationRef(UUID id, String name, String type, @Nullable String team, @Nullable Duration staleAfter,
		Object settings, Protection protection) {

	/**
	 * An integration that sets nothing against its senders.
	 */
	public IntegrationRef(UUID id, String name, String type, @Nullable String team, @Nullable Duration staleAfter,
			Object settings) {
		this(id, name, type, team, staleAfter, settings, Protection.NONE);
	}

	/**
	 * The same integration for alerts that nobody repeats.
	 */
	public IntegrationRef patient() {
		return new IntegrationRef(this.id, this.name, this.type, this.team, null, this.settings);
	}

	/**
	 * The settings of this kind of sender.
	 * @param <S> their type, the one that the {@link IntegrationType} names
	 */
	public <S> S settings(Class<S> type) {
		return type.cast(this.settings);
	}

}
