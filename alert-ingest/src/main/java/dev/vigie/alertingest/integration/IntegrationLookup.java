package dev.vigie.alertingest.integration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds the integration that a request is about.
 */
@Component
public class IntegrationLookup {

	private final JdbcClient jdbc;

	IntegrationLookup(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	public Optional<IntegrationRef> byKey(String type, String key) {
		return this.jdbc.sql("""
				select id, name, type, team from integration where key_hash = :hash and type = :type
				""").param("hash", Keys.hash(key)).param("type", type).query(IntegrationLookup::ref).optional();
	}

	public Optional<IntegrationRef> byName(String name) {
		return this.jdbc.sql("select id, name, type, team from integration where name = :name and key is not null")
			.param("name", name)
			.query(IntegrationLookup::ref)
			.optional();
	}

	private static IntegrationRef ref(ResultSet row, int number) throws SQLException {
		return new IntegrationRef(row.getObject("id", UUID.class), row.getString("name"), row.getString("type"),
				row.getString("team"));
	}

}
