package dev.vigie.escalation.roster;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.roster.OnCallClient.RosterAnswer;

/**
 * The last roster in the database, shared by all replicas and kept over restarts.
 */
@Component
class RosterSnapshots {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	// Saves parsing what has not changed; the database says whether it has.
	private volatile @Nullable Snapshot parsed;

	RosterSnapshots(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Keeps the answer unless a replica has kept a later one.
	 */
	void keep(RosterAnswer answer, Instant takenAt) {
		this.jdbc.sql("""
				insert into roster_snapshot (id, taken_at, body) values (:id, :takenAt, :body::jsonb)
				on conflict (single) do update set id = excluded.id, taken_at = excluded.taken_at, body = excluded.body
				where roster_snapshot.taken_at <= excluded.taken_at
				""")
			.param("id", UUID.randomUUID())
			.param("takenAt", takenAt.atOffset(ZoneOffset.UTC))
			.param("body", this.json.writeValueAsString(answer))
			.update();
	}

	Optional<Snapshot> last() {
		Snapshot known = this.parsed;
		Optional<UUID> id = this.jdbc.sql("select id from roster_snapshot")
			.query((row, _) -> row.getObject(1, UUID.class))
			.optional();
		if (id.isPresent() && known != null && known.id().equals(id.get())) {
			return Optional.of(known);
		}
		return id.flatMap((_) -> read());
	}

	private Optional<Snapshot> read() {
		Optional<Snapshot> stored = this.jdbc.sql("select id, taken_at, body from roster_snapshot")
			.query((row, _) -> new Snapshot(row.getObject(1, UUID.class),
					row.getObject(2, OffsetDateTime.class).toInstant(),
					this.json.readValue(row.getString(3), RosterAnswer.class)))
			.optional();
		this.parsed = stored.orElse(null);
		return stored;
	}

	/**
	 * What oncall-service said at one moment.
	 */
	record Snapshot(UUID id, Instant takenAt, RosterAnswer answer) {
	}

}
