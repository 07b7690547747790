package dev.vigie.gateway.account;

import org.springframework.stereotype.Component;

/**
 * Accounts for tests of all features.
 */
@Component
public class AccountFixtures {

	private final AccountHandling handling;

	AccountFixtures(AccountHandling handling) {
		this.handling = handling;
	}

	public Identity account(String name, Role role) {
		return this.handling.create(name, name, role).account().identity();
	}

	public String oneTimePassword(String name, Role role) {
		return this.handling.create(name, null, role).oneTimePassword();
	}

	public void deactivate(Identity identity) {
		this.handling.assign(identity.name(), identity.person(), identity.role(), false);
	}

	public void assign(Identity identity, Role role) {
		this.handling.assign(identity.name(), identity.person(), role, true);
	}

}
