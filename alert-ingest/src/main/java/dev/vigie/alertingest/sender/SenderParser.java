package dev.vigie.alertingest.sender;

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

}
