package dev.vigie.alertingest.alert;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.Ordered;

import dev.vigie.alertingest.integration.IntegrationRef;

/**
 * Keeps firing alerts from being told: they are stored, and told as soon as nothing keeps
 * them any more and they still fire. Implemented as a bean by whatever can mute.
 */
public interface Muting extends Ordered {

	/**
	 * Its turn: one that mutes spares those after it the question.
	 */
	@Override
	default int getOrder() {
		return 0;
	}

	/**
	 * Reads what mutes now and will mute later. It is read again once it has another
	 * edition: what it is read from changes the row of {@code muting_edition}.
	 */
	Rules read();

	/**
	 * What mutes, as it is stored.
	 */
	@FunctionalInterface
	interface Rules {

		/**
		 * What mutes at an instant; asked for once per transaction, inside it.
		 */
		Session at(Instant now);

	}

	/**
	 * What mutes in one transaction.
	 */
	interface Session {

		/**
		 * What keeps the alert from being told, for example {@code silence:db-upgrade};
		 * null if nothing does. Asked for alerts that would be told otherwise, once for
		 * each that would.
		 */
		@Nullable String reason(IntegrationRef integration, Map<String, String> labels);

		/**
		 * The reasons that are in force, whatever they are asked about: what they mute
		 * need not be asked about again and again.
		 */
		default Collection<String> lasting() {
			return List.of();
		}

		/**
		 * The sender has just said that the alert fires; called for repeats too, and for
		 * alerts that something else mutes.
		 */
		default void heard(IntegrationRef integration, Map<String, String> labels) {
		}

		/**
		 * The transaction is about to end.
		 */
		default void finish() {
		}

	}

}
