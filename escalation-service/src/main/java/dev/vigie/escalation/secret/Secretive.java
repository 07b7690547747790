package dev.vigie.escalation.secret;

import org.jspecify.annotations.Nullable;

/**
 * The {@code spec} of a document that holds a secret.
 *
 * @param <S> its own type
 */
public interface Secretive<S extends Secretive<S>> {

	/**
	 * What is shown in place of a secret, and sent back to keep it.
	 */
	String MASK = "***";

	/**
	 * The same with the secret of the stored one if only the mask was sent.
	 */
	S withSecretOf(@Nullable S stored);

	/**
	 * The same without its secret.
	 */
	S masked();

	/**
	 * Refuses what cannot work.
	 * @throws dev.vigie.shared.problem.Invalid naming the fields
	 */
	S check();

}
