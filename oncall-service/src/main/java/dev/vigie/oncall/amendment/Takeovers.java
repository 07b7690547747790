package dev.vigie.oncall.amendment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.schedule.Amendment;
import dev.vigie.oncall.schedule.Amendments.Dated;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;

/**
 * Reads who takes over from whom out of the rows of a feature. Every question about who
 * is on call does, so no more of them are read than it needs.
 */
@Component
public class Takeovers {

	private final JdbcClient jdbc;

	Takeovers(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that meet the span, by schedule and in order.
	 */
	public Map<String, List<Dated>> meeting(Rows rows, Span span) {
		Map<String, List<Dated>> meeting = new HashMap<>();
		read(rows, null, span, (row) -> meeting.computeIfAbsent(row.getString("schedule"), (_) -> new ArrayList<>())
			.add(rows.dated(row)));
		return meeting;
	}

	/**
	 * Those of one schedule.
	 */
	public List<Dated> meeting(Rows rows, String schedule, Span span) {
		List<Dated> meeting = new ArrayList<>();
		read(rows, schedule, span, (row) -> meeting.add(rows.dated(row)));
		return meeting;
	}

	// None is longer than a window; said once more, it lets the index find those that
	// meet the span.
	private void read(Rows rows, @Nullable String schedule, Span span, RowCallbackHandler reader) {
		this.jdbc
			.sql("""
					select %s as id, schedule, person, role, replaces, starts_at, ends_at, %s as made_at from %s
					where %s ends_at > :from and ends_at < :last and starts_at < :to and starts_at < ends_at
					order by number, starts_at
					""".formatted(rows.id(), rows.madeAt(), rows.table(),
					(schedule != null) ? "schedule = :schedule and" : ""))
			.param("schedule", schedule)
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("to", span.end().atOffset(ZoneOffset.UTC))
			.param("last", span.end().plus(Window.LONGEST).atOffset(ZoneOffset.UTC))
			.query(reader);
	}

	/**
	 * Where a feature keeps them.
	 *
	 * @param table the table
	 * @param id its column that says by what somebody takes over
	 * @param madeAt its column that says since when that is so
	 * @param kind what it is
	 */
	public record Rows(String table, String id, String madeAt, Cause.Kind kind) {

		private Dated dated(ResultSet row) throws SQLException {
			return new Dated(instant(row, "made_at"),
					new Amendment.Takeover(row.getObject("id", UUID.class),
							new Span(instant(row, "starts_at"), instant(row, "ends_at")), this.kind,
							Role.valueOf(row.getString("role")), row.getString("person"), row.getString("replaces")));
		}

		private static Instant instant(ResultSet row, String column) throws SQLException {
			return row.getObject(column, OffsetDateTime.class).toInstant();
		}

	}

}
