package dev.vigie.alertingest.sender;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.integration.IntegrationType;

/**
 * Understands the bodies of one kind of sender. A parser reads and nothing else: no
 * database, no clock, so that a stored body reads the same when it is replayed.
 */
public interface SenderParser extends IntegrationType {

	/**
	 * Checks what proves that the sender is who it says, such as a signature over the raw
	 * bytes. The key in the address was found already.
	 * @throws dev.vigie.shared.problem.Denied if it proves nothing
	 */
	default void verify(Inbound inbound) {
	}

	/**
	 * Reads a body.
	 * @throws dev.vigie.shared.problem.Invalid if it makes no sense
	 */
	Reading read(Inbound inbound);

	/**
	 * Whether the reading depends on a header, which is then kept with the body; never
	 * one that holds a secret.
	 * @param name its name in lower case
	 */
	default boolean readsHeader(String name) {
		return false;
	}

	/**
	 * Answers the sender in its own way once the body is on disk; called for what was
	 * delivered, never for what is replayed, and outside any transaction. A sender that
	 * tries again must do no harm.
	 * @return what came of it, for the integration's log; null if there was nothing to do
	 * @throws dev.vigie.shared.problem.Unavailable if the sender is to come again
	 */
	default @Nullable String accepted(Inbound inbound, Reading reading) {
		return null;
	}

}
