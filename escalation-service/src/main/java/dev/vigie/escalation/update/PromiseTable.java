package dev.vigie.escalation.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of promised updates; an incident has at most one that is due.
 */
@Component
class PromiseTable {

	private final JdbcClient jdbc;

	PromiseTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID updateId, UUID incidentId, Promise promise) {
		this.jdbc.sql("""
				insert into update_promise (update_id, incident_id, at, every, reminders, due_at)
				values (:update, :incident, :at, :every, 0, :at)
				""")
			.param("update", updateId)
			.param("incident", incidentId)
			.param("at", utc(promise.at()))
			.param("every", promise.every().toSeconds())
			.update();
	}

	/**
	 * An update came, or none is owed any more.
	 */
	void end(UUID incidentId) {
		this.jdbc.sql("update update_promise set due_at = null where incident_id = :incident and due_at is not null")
			.param("incident", incidentId)
			.update();
	}

	/**
	 * What is due, without any lock.
	 */
	List<Due> due(Instant now, int limit) {
		return this.jdbc.sql("""
				select * from update_promise where due_at <= :now order by due_at limit :limit
				""").param("now", utc(now)).param("limit", limit).query((row, _) -> due(row)).list();
	}

	/**
	 * Takes one for this transaction that is still due and that no other replica has.
	 */
	Optional<Due> claim(UUID updateId, Instant now) {
		return this.jdbc.sql("""
				select * from update_promise where update_id = :update and due_at <= :now for update skip locked
				""").param("update", updateId).param("now", utc(now)).query((row, _) -> due(row)).optional();
	}

	void remind(UUID updateId, Promise promise, @Nullable Instant dueAt) {
		this.jdbc.sql("update update_promise set reminders = :reminders, due_at = :due where update_id = :update")
			.param("reminders", promise.reminders())
			.param("due", (dueAt != null) ? utc(dueAt) : null)
			.param("update", updateId)
			.update();
	}

	private static Due due(ResultSet row) throws SQLException {
		return new Due(row.getObject("update_id", UUID.class), row.getObject("incident_id", UUID.class),
				new Promise(row.getObject("at", OffsetDateTime.class).toInstant(),
						Duration.ofSeconds(row.getLong("every")), row.getInt("reminders")));
	}

	private static OffsetDateTime utc(Instant at) {
		return at.atOffset(ZoneOffset.UTC);
	}

	/**
	 * A promise that is due.
	 */
	record Due(UUID updateId, UUID incidentId, Promise promise) {
	}

}
