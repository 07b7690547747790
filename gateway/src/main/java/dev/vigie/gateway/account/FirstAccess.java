package dev.vigie.gateway.account;

import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the first administrator in.
 */
@Component
@Transactional
public class FirstAccess {

	private static final Logger log = LoggerFactory.getLogger(FirstAccess.class);

	private static final String NAME = "admin";

	private static final String TOKEN = "access.json";

	private final Accounts accounts;

	private final Passwords passwords;

	private final FirstToken tokens;

	private final InstantSource clock;

	FirstAccess(Accounts accounts, Passwords passwords, FirstToken tokens, InstantSource clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Makes the first administrator if there is none. The password is a fresh one-time
	 * one until the administrator has chosen their own; the token is always fresh.
	 */
	public Access prepare() {
		Account admin = firstAdmin().orElseGet(this::create);
		String password = null;
		if (admin.password() == null || admin.mustChangePassword()) {
			password = this.passwords.oneTime();
			admin.setPassword(this.passwords.encode(password), true);
		}
		return new Access(admin.name(), password, this.tokens.replace(admin.id(), TOKEN));
	}

	/**
	 * Makes the first administrator if there is none, with the password the operator
	 * chose or else a one-time one.
	 * @return the one-time password, if one was made
	 */
	Optional<String> ensure(@Nullable String chosen) {
		if (firstAdmin().isPresent()) {
			return Optional.empty();
		}
		String password = (chosen != null) ? chosen : this.passwords.oneTime();
		create().setPassword(this.passwords.encode(password), chosen == null);
		return (chosen != null) ? Optional.empty() : Optional.of(password);
	}

	/**
	 * Lets the first administrator use the token the operator chose, in an installation
	 * that has run before too.
	 */
	void take(String chosen) {
		firstAdmin().ifPresent((admin) -> this.tokens.take(admin.id(), "VIGIE_ADMIN_TOKEN", chosen));
	}

	private Optional<Account> firstAdmin() {
		return this.accounts.findByRoleAndActiveTrueOrderByCreatedAt(Role.ADMIN).stream().findFirst();
	}

	private Account create() {
		log.info("Created the first administrator {}", NAME);
		return this.accounts.saveAndFlush(new Account(NAME, null, Role.ADMIN, this.clock.instant()));
	}

	/**
	 * How the first administrator comes in.
	 *
	 * @param name the account
	 * @param password a one-time password, until the account has its own
	 * @param token an API token with all scopes
	 */
	public record Access(String name, @Nullable String password, String token) {
	}

}
