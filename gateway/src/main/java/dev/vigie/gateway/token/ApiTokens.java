package dev.vigie.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.gateway.account.FirstToken;
import dev.vigie.gateway.account.Identities;
import dev.vigie.gateway.account.Identity;
import dev.vigie.gateway.account.Role;

/**
 * Makes, recognises and revokes API tokens.
 */
@Component
public class ApiTokens implements FirstToken {

	static final Duration LONGEST = Duration.ofDays(365);

	private static final Logger log = LoggerFactory.getLogger(ApiTokens.class);

	private final TokenTable table;

	private final Identities identities;

	private final InstantSource clock;

	ApiTokens(TokenTable table, Identities identities, InstantSource clock) {
		this.table = table;
		this.identities = identities;
		this.clock = clock;
	}

	public static boolean looksLike(String credential) {
		return credential.startsWith(TokenSecret.PREFIX);
	}

	/**
	 * The account behind a token and what it opens now: the token's scopes as far as the
	 * account's role still has them.
	 */
	public Optional<Opened> open(String secret) {
		Instant now = this.clock.instant();
		return this.table.usable(TokenSecret.hash(secret), now)
			.flatMap((token) -> this.identities.active(token.accountId()).map((identity) -> {
				this.table.used(token.id(), now);
				Set<String> scopes = new TreeSet<>(token.scopes());
				scopes.retainAll(identity.role().scopes());
				return new Opened(identity, scopes);
			}));
	}

	@Override
	@Transactional
	public String replace(UUID accountId, String name) {
		this.table.revoke(accountId, name, this.clock.instant());
		return create(accountId, name, Role.ADMIN.scopes(), LONGEST).secret();
	}

	@Override
	@Transactional
	public void take(UUID accountId, String name, String chosen) {
		TokenSecret.check(chosen);
		String hash = TokenSecret.hash(chosen);
		if (this.table.knows(hash)) {
			return;
		}
		this.table.revoke(accountId, name, this.clock.instant());
		insert(accountId, name, Role.ADMIN.scopes(), LONGEST, chosen);
	}

	Created create(UUID accountId, String name, Collection<String> scopes, Duration life) {
		return insert(accountId, name, scopes, life, TokenSecret.fresh());
	}

	private Created insert(UUID accountId, String name, Collection<String> scopes, Duration life, String secret) {
		Instant now = this.clock.instant();
		TokenRow token = new TokenRow(UUID.randomUUID(), accountId, name, new ArrayList<>(new TreeSet<>(scopes)), now,
				now.plus(life), null);
		this.table.insert(token, TokenSecret.hash(secret));
		log.info("Created API token {} of account {}, good until {}", token.id(), accountId, token.expiresAt());
		return new Created(token, secret);
	}

	List<TokenRow> of(UUID accountId) {
		return this.table.of(accountId);
	}

	Optional<TokenRow> byId(UUID id) {
		return this.table.byId(id);
	}

	void revoke(UUID id) {
		this.table.revoke(id, this.clock.instant());
		log.info("Revoked API token {}", id);
	}

	/**
	 * What a token opens.
	 *
	 * @param identity the account
	 * @param scopes what it may do with this token
	 */
	public record Opened(Identity identity, Set<String> scopes) {

		public Opened {
			scopes = Set.copyOf(scopes);
		}

	}

	record Created(TokenRow token, String secret) {
	}

}
