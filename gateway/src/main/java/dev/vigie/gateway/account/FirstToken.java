package dev.vigie.gateway.account;

import java.util.UUID;

/**
 * Gives the first administrator an API token; told by the feature that keeps tokens.
 */
@FunctionalInterface
public interface FirstToken {

	/**
	 * A fresh token of that name with all scopes; its predecessor is revoked.
	 */
	String replace(UUID accountId, String name);

}
