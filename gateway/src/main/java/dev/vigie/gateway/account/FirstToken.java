package dev.vigie.gateway.account;

import java.util.UUID;

/**
 * Gives the first administrator an API token; told by the feature that keeps tokens.
 */
public interface FirstToken {

	/**
	 * A fresh token of that name with all scopes; its predecessor is revoked.
	 */
	String replace(UUID accountId, String name);

	/**
	 * Takes a token that the operator chose, with all scopes. One that is known already,
	 * revoked or expired ones too, stays what it is.
	 */
	void take(UUID accountId, String name, String chosen);

}
