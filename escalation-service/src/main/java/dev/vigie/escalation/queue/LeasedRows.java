package dev.vigie.escalation.queue;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of a table that are open until an attempt succeeds or is the last. Whoever
 * takes one has it until a lease ends. An attempt is known by its number: who lost a
 * lease cannot overwrite what the next holder wrote.
 */
public final class LeasedRows {

	private final JdbcClient jdbc;

	private final String table;

	/**
	 * @param table has the columns id, status, attempts, next_attempt_at and reason
	 */
	public LeasedRows(JdbcClient jdbc, String table) {
		this.jdbc = jdbc;
		this.table = table;
	}

	/**
	 * Takes rows whose time has come, and those whose holder is taken for dead.
	 * @param <T> what a row is read into
	 */
	public <T> List<T> claim(Instant now, Instant leaseUntil, int limit, RowMapper<T> row) {
		return this.jdbc.sql("""
				update %1$s set attempts = attempts + 1, next_attempt_at = :lease
				where id in (
					select id from %1$s where status = 'OPEN' and next_attempt_at <= :now
					order by next_attempt_at limit :limit for update skip locked)
				returning *
				""".formatted(this.table))
			.param("lease", leaseUntil.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query(row)
			.list();
	}

	/**
	 * Ends the row, unless another has taken it over.
	 */
	public boolean end(UUID id, int attempt, String status, @Nullable String reason) {
		return this.jdbc.sql("""
				update %s set status = :status, reason = :reason
				where id = :id and attempts = :attempt and status = 'OPEN'
				""".formatted(this.table))
			.param("status", status)
			.param("reason", reason)
			.param("id", id)
			.param("attempt", attempt)
			.update() > 0;
	}

	/**
	 * Leaves the row for a later attempt, unless another has taken it over.
	 */
	public boolean postpone(UUID id, int attempt, String reason, Instant next) {
		return this.jdbc.sql("""
				update %s set next_attempt_at = :next, reason = :reason
				where id = :id and attempts = :attempt and status = 'OPEN'
				""".formatted(this.table))
			.param("next", next.atOffset(ZoneOffset.UTC))
			.param("reason", reason)
			.param("id", id)
			.param("attempt", attempt)
			.update() > 0;
	}

}
