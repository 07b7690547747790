package dev.vigie.escalation.errand;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.Deed.What;
import dev.vigie.escalation.queue.LeasedRows;

/**
 * The rows of errands.
 */
@Component
class ErrandTable {

	private final JdbcClient jdbc;

	private final LeasedRows rows;

	ErrandTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.rows = new LeasedRows(jdbc, "errand");
	}

	/**
	 * Adds an errand unless the same is under way or done.
	 */
	boolean insert(Errand errand) {
		return this.jdbc.sql("""
				insert into errand (id, incident_id, what, connection, asked_by, status, attempts, next_attempt_at,
					created_at)
				values (:id, :incident, :what, :connection, :askedBy, 'OPEN', 0, :now, :now)
				on conflict do nothing
				""")
			.param("id", errand.id())
			.param("incident", errand.incidentId())
			.param("what", errand.what().name())
			.param("connection", errand.connection())
			.param("askedBy", errand.askedBy())
			.param("now", errand.createdAt().atOffset(ZoneOffset.UTC))
			.update() > 0;
	}

	/**
	 * The one that keeps others like it from being added.
	 */
	Optional<Errand> present(UUID incidentId, What what, String connection) {
		return this.jdbc.sql("""
				select * from errand
				where incident_id = :incident and what = :what and status <> 'FAILED'
					and (what = 'WAR_ROOM' or connection = :connection)
				""")
			.param("incident", incidentId)
			.param("what", what.name())
			.param("connection", connection)
			.query((row, _) -> errand(row))
			.optional();
	}

	List<Errand> claim(Instant now, Instant leaseUntil, int limit) {
		return this.rows.claim(now, leaseUntil, limit, (row, _) -> errand(row));
	}

	boolean done(Errand attempt) {
		return this.rows.end(attempt.id(), attempt.attempts(), "DONE", null);
	}

	boolean failed(Errand attempt, String reason) {
		return this.rows.end(attempt.id(), attempt.attempts(), "FAILED", reason);
	}

	boolean postponed(Errand attempt, String reason, Instant next) {
		return this.rows.postpone(attempt.id(), attempt.attempts(), reason, next);
	}

	private static Errand errand(ResultSet row) throws SQLException {
		return new Errand(row.getObject("id", UUID.class), row.getObject("incident_id", UUID.class),
				What.valueOf(row.getString("what")), row.getString("connection"), row.getString("asked_by"),
				row.getString("status"), row.getInt("attempts"),
				row.getObject("created_at", OffsetDateTime.class).toInstant());
	}

}
