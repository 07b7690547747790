package dev.vigie.gateway.account;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks passwords, slows down who guesses, and changes them. The slow comparison happens
 * outside of any transaction.
 */
@Component
public class SignIns {

	private static final Logger log = LoggerFactory.getLogger(SignIns.class);

	private final Accounts accounts;

	private final Passwords passwords;

	private final TransactionTemplate transaction;

	private final InstantSource clock;

	SignIns(Accounts accounts, Passwords passwords, TransactionTemplate transaction, InstantSource clock) {
		this.accounts = accounts;
		this.passwords = passwords;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * The account, if the password is right and not too many were wrong before.
	 */
	public Optional<Identity> signIn(String name, String password) {
		Account account = this.accounts.named(name).orElse(null);
		boolean right = this.passwords.matches(password, (account != null) ? account.password() : null);
		return (account == null) ? Optional.empty() : record(name, account.password(), right);
	}

	/**
	 * Replaces the password of somebody who knows the present one.
	 */
	public Optional<Identity> changePassword(String name, String present, String chosen) {
		Passwords.check(chosen);
		if (signIn(name, present).isEmpty()) {
			return Optional.empty();
		}
		String encoded = this.passwords.encode(chosen);
		return Optional.ofNullable(this.transaction.execute((_) -> {
			Account account = this.accounts.lockByName(name).orElseThrow();
			account.setPassword(encoded, false);
			log.info("Account {} has a new password", name);
			return account.identity();
		}));
	}

	private Optional<Identity> record(String name, @Nullable String compared, boolean right) {
		return this.transaction.execute((_) -> {
			Account account = this.accounts.lockByName(name).orElseThrow();
			Instant now = this.clock.instant();
			boolean unchanged = compared != null && compared.equals(account.password());
			if (!account.active() || account.isLocked(now)) {
				log.info("Refused sign-in of account {}: deactivated, or locked for a while", name);
				return Optional.empty();
			}
			if (!right || !unchanged) {
				account.failed(now);
				log.info("Wrong password for account {}", name);
				return Optional.empty();
			}
			account.signedIn();
			return Optional.of(account.identity());
		});
	}

}
