package dev.vigie.alertingest.integration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of keys.
 */
@Component
class KeyTable {

	private static final String SELECT = """
			select id, integration_id, key, prefix, created_at, expires_at, last_used_at from integration_key
			""";

	private final JdbcClient jdbc;

	KeyTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(IntegrationKey key, String text) {
		this.jdbc.sql("update integration_key set key = null where integration_id = :integration")
			.param("integration", key.integration())
			.update();
		this.jdbc.sql("""
				insert into integration_key (id, integration_id, key_hash, key, prefix, created_at)
				values (:id, :integration, :hash, :key, :prefix, :at)
				""")
			.param("id", key.id())
			.param("integration", key.integration())
			.param("hash", Keys.hash(text))
			.param("key", text)
			.param("prefix", key.prefix())
			.param("at", key.createdAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Keys that expire later, or never, expire at the time.
	 */
	void expire(UUID integration, Instant at) {
		this.jdbc.sql("""
				update integration_key set expires_at = :at
				where integration_id = :integration and (expires_at is null or expires_at > :at)
				""").param("at", at.atOffset(ZoneOffset.UTC)).param("integration", integration).update();
	}

	int delete(UUID integration, UUID id) {
		return this.jdbc.sql("delete from integration_key where id = :id and integration_id = :integration")
			.param("id", id)
			.param("integration", integration)
			.update();
	}

	void deleteAll(UUID integration) {
		this.jdbc.sql("delete from integration_key where integration_id = :integration")
			.param("integration", integration)
			.update();
	}

	int deleteExpiredBefore(Instant time) {
		return this.jdbc.sql("delete from integration_key where expires_at < :time")
			.param("time", time.atOffset(ZoneOffset.UTC))
			.update();
	}

	List<IntegrationKey> newestFirst(UUID integration) {
		return this.jdbc.sql(SELECT + "where integration_id = :integration order by key is null, created_at desc, id")
			.param("integration", integration)
			.query(KeyTable::key)
			.list();
	}

	/**
	 * The readable keys of the integrations, by their ids.
	 */
	Map<UUID, IntegrationKey> readable(List<UUID> integrations, Instant now) {
		return this.jdbc.sql(SELECT + """
				where integration_id = any(:integrations) and key is not null
					and (expires_at is null or expires_at > :now)
				""")
			.param("integrations", integrations.toArray(UUID[]::new))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(KeyTable::key)
			.stream()
			.collect(Collectors.toMap(IntegrationKey::integration, Function.identity(),
					(one, other) -> one.createdAt().isAfter(other.createdAt()) ? one : other));
	}

	Optional<IntegrationKey> byHash(byte[] hash) {
		return this.jdbc.sql(SELECT + "where key_hash = :hash").param("hash", hash).query(KeyTable::key).optional();
	}

	void used(UUID id, Instant at) {
		this.jdbc.sql("""
				update integration_key set last_used_at = :at
				where id = :id and (last_used_at is null or last_used_at < :at)
				""").param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
	}

	private static IntegrationKey key(ResultSet row, int number) throws SQLException {
		return new IntegrationKey(row.getObject("id", UUID.class), row.getObject("integration_id", UUID.class),
				row.getString("key"), row.getString("prefix"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "expires_at"),
				instant(row, "last_used_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
