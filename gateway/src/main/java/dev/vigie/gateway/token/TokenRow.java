package dev.vigie.gateway.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of an API token.
 */
record TokenRow(UUID id, UUID accountId, String name, List<String> scopes, Instant createdAt, Instant expiresAt,
		@Nullable Instant lastUsedAt) {

	TokenRow {
		scopes = List.copyOf(scopes);
	}

	static TokenRow read(ResultSet row, int number) throws SQLException {
		OffsetDateTime lastUsed = row.getObject("last_used_at", OffsetDateTime.class);
		return new TokenRow(row.getObject("id", UUID.class), row.getObject("account_id", UUID.class),
				row.getString("name"), List.of((String[]) row.getArray("scopes").getArray()),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				row.getObject("expires_at", OffsetDateTime.class).toInstant(),
				(lastUsed != null) ? lastUsed.toInstant() : null);
	}

}
