package dev.vigie.alertingest.change;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Stores changes.
 */
@Component
public class ChangeEvents {

	private final JdbcTemplate batches;

	private final JsonMapper json;

	ChangeEvents(JdbcTemplate batches, JsonMapper json) {
		this.batches = batches;
		this.json = json;
	}

	/**
	 * Stores what an integration told, in the transaction that also records the delivery.
	 */
	public void record(UUID integration, List<ChangeEvent> events, Instant at) {
		store(integration, events, at);
	}

	/**
	 * Stores changes; one that is told again changes nothing.
	 * @param integration who told of them, null for a caller of the API
	 */
	void store(@Nullable UUID integration, List<ChangeEvent> events, Instant at) {
		if (events.isEmpty()) {
			return;
		}
		this.batches.batchUpdate("""
				insert into change_event (id, integration_id, happened_at, received_at, summary, source, service,
					labels, links, details)
				values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?::jsonb)
				on conflict (id) do nothing
				""", events, events.size(), (sql, event) -> bind(sql, integration, event, at));
	}

	private void bind(PreparedStatement sql, @Nullable UUID integration, ChangeEvent event, Instant at)
			throws SQLException {
		sql.setObject(1, id(integration, event));
		sql.setObject(2, integration);
		sql.setObject(3, event.happenedAt().atOffset(ZoneOffset.UTC));
		sql.setObject(4, at.atOffset(ZoneOffset.UTC));
		sql.setString(5, event.summary());
		sql.setString(6, event.source());
		sql.setString(7, event.service());
		sql.setString(8, this.json.writeValueAsString(event.labels()));
		sql.setString(9, this.json.writeValueAsString(event.links()));
		sql.setString(10, event.details());
	}

	/**
	 * The same change has the same id, however often it is told.
	 */
	static UUID id(@Nullable UUID integration, ChangeEvent event) {
		String words = String.join("\n", String.valueOf(integration), event.happenedAt().toString(), event.summary(),
				String.valueOf(event.source()), String.valueOf(event.service()), String.valueOf(event.details()));
		return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
	}

}
