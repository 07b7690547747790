package dev.vigie.gateway.account;

import org.springframework.stereotype.Component;

/**
 * Accounts for tests of all features.
 */
@Component
public class AccountFixtures {

	private final AccountHandling handling;

	private final SignIns signIns;

	AccountFixtures(AccountHandling handling, SignIns signIns) {
		this.handling = handling;
		this.signIns = signIns;
	}

	public Identity account(String name, Role role) {
		return this.handling.create(name, name, role).account().identity();
	}

	public String oneTimePassword(String name, Role role) {
		return this.handling.create(name, null, role).oneTimePassword();
	}

	public void choosePassword(String name, String present, String chosen) {
		this.signIns.changePassword(name, present, chosen).orElseThrow();
	}

	public void deactivate(Identity identity) {
		this.handling.assign(identity.name(), identity.person(), identity.role(), false);
	}

	public void assign(Identity identity, Role role) {
		this.handling.assign(identity.name(), identity.person(), role, true);
	}

}
