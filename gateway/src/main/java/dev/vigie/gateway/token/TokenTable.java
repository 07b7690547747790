package dev.vigie.gateway.token;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of API tokens: it is read with every call of a program, so it is plain SQL.
 */
@Component
class TokenTable {

	private static final Duration USE_IS_NEWS_AFTER = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	TokenTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(TokenRow token, String hash) {
		this.jdbc.sql("""
				insert into api_token (id, account_id, name, hash, scopes, created_at, expires_at)
				values (:id, :account, :name, :hash, :scopes, :created, :expires)
				""")
			.param("id", token.id())
			.param("account", token.accountId())
			.param("name", token.name())
			.param("hash", hash)
			.param("scopes", token.scopes().toArray(String[]::new))
			.param("created", token.createdAt().atOffset(ZoneOffset.UTC))
			.param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	Optional<TokenRow> usable(String hash, Instant now) {
		return this.jdbc.sql("""
				select * from api_token where hash = :hash and revoked_at is null and expires_at > :now
				""").param("hash", hash).param("now", now.atOffset(ZoneOffset.UTC)).query(TokenRow::read).optional();
	}

	boolean knows(String hash) {
		return this.jdbc.sql("select exists (select 1 from api_token where hash = :hash)")
			.param("hash", hash)
			.query(Boolean.class)
			.single();
	}

	Optional<TokenRow> byId(UUID id) {
		return this.jdbc.sql("select * from api_token where id = :id and revoked_at is null")
			.param("id", id)
			.query(TokenRow::read)
			.optional();
	}

	List<TokenRow> of(UUID accountId) {
		return this.jdbc.sql("""
				select * from api_token where account_id = :account and revoked_at is null
				order by created_at desc, id
				""").param("account", accountId).query(TokenRow::read).list();
	}

	// Not with every call: one row that all calls write would be a queue.
	void used(UUID id, Instant now) {
		this.jdbc.sql("""
				update api_token set last_used_at = :now
				where id = :id and (last_used_at is null or last_used_at < :before)
				""")
			.param("id", id)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("before", now.minus(USE_IS_NEWS_AFTER).atOffset(ZoneOffset.UTC))
			.update();
	}

	void revoke(UUID id, Instant now) {
		this.jdbc.sql("update api_token set revoked_at = :now where id = :id and revoked_at is null")
			.param("id", id)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	void revoke(UUID accountId, String name, Instant now) {
		this.jdbc.sql("""
				update api_token set revoked_at = :now
				where account_id = :account and name = :name and revoked_at is null
				""")
			.param("account", accountId)
			.param("name", name)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

}
