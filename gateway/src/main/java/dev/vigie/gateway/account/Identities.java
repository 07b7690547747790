package dev.vigie.gateway.account;

import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

/**
 * Looks up accounts that may come in. Asked with every request, so that a deactivated
 * account is refused at once.
 */
@Component
public class Identities {

	private final Accounts accounts;

	Identities(Accounts accounts) {
		this.accounts = accounts;
	}

	public Optional<Identity> active(String name) {
		return this.accounts.named(name).filter(Account::active).map(Account::identity);
	}

	public Optional<Identity> active(UUID id) {
		return this.accounts.findById(id).filter(Account::active).map(Account::identity);
	}

}
