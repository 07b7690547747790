package dev.vigie.gateway.account;

import java.time.InstantSource;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.shared.document.Names;
import dev.vigie.shared.problem.Conflict;
import dev.vigie.shared.problem.NotFound;

/**
 * What administrators do with accounts.
 */
@Component
@Transactional
class AccountHandling {

	private static final Logger log = LoggerFactory.getLogger(AccountHandling.class);

	private final Accounts accounts;

	private final Passwords passwords;

	private final InstantSource clock;

	AccountHandling(Accounts accounts, Passwords passwords, InstantSource clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	List<Account> after(String name, int limit) {
		Names.checkPlace(name);
		return this.accounts.findByNameGreaterThanOrderByName(name, Limit.of(limit));
	}

	@Transactional(readOnly = true)
	Account get(String name) {
		return this.accounts.named(name).orElseThrow(() -> unknown(name));
	}

	Issued create(String name, @Nullable String person, Role role) {
		Names.check("name", name);
		if (this.accounts.findByName(name).isPresent()) {
			throw new Conflict("account-exists", "There is already an account %s".formatted(name));
		}
		log.info("Created account {} with role {}", name, role);
		return issue(new Account(name, person, role, this.clock.instant()));
	}

	Account assign(String name, @Nullable String person, Role role, boolean active) {
		get(name);
		List<Account> admins = this.accounts.findByRoleAndActiveTrueOrderByCreatedAt(Role.ADMIN);
		Account account = this.accounts.lockByName(name).orElseThrow(() -> unknown(name));
		boolean stays = active && role == Role.ADMIN;
		if (account.isAdmin() && !stays && admins.size() == 1) {
			throw new Conflict("last-admin", "%s is the last active administrator".formatted(name));
		}
		account.assign(person, role, active);
		log.info("Account {} is now {} and {}", name, role, active ? "active" : "deactivated");
		return account;
	}

	Issued resetPassword(String name) {
		get(name);
		return issue(this.accounts.lockByName(name).orElseThrow(() -> unknown(name)));
	}

	private Issued issue(Account account) {
		String password = this.passwords.oneTime();
		account.setPassword(this.passwords.encode(password), true);
		return new Issued(this.accounts.save(account), password);
	}

	private static NotFound unknown(String name) {
		return new NotFound("There is no account " + name);
	}

	record Issued(Account account, String oneTimePassword) {
	}

}
