package dev.vigie.oncall.override;

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
import dev.vigie.oncall.schedule.Amendments;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;

/**
 * Lays overrides over the schedules. Every question reads them, so it reads no more of
 * them than it needs.
 */
@Component
class OverrideAmendments implements Amendments {

	private final JdbcClient jdbc;

	OverrideAmendments(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, List<Dated>> meeting(Span span) {
		Map<String, List<Dated>> meeting = new HashMap<>();
		read(null, span,
				(row) -> meeting.computeIfAbsent(row.getString("schedule"), (_) -> new ArrayList<>()).add(dated(row)));
		return meeting;
	}

	@Override
	public List<Dated> meeting(String schedule, Span span) {
		List<Dated> meeting = new ArrayList<>();
		read(schedule, span, (row) -> meeting.add(dated(row)));
		return meeting;
	}

	private void read(@Nullable String schedule, Span span, RowCallbackHandler reader) {
		this.jdbc.sql("""
				select id, schedule, person, role, replaces, starts_at, ends_at, made_at from schedule_override
				where %s ends_at > :from and ends_at < :last and starts_at < :to and starts_at < ends_at
				order by number
				""".formatted((schedule != null) ? "schedule = :schedule and" : ""))
			.param("schedule", schedule)
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("to", span.end().atOffset(ZoneOffset.UTC))
			.param("last", span.end().plus(OverrideTable.LONGEST).atOffset(ZoneOffset.UTC))
			.query(reader);
	}

	private static Dated dated(ResultSet row) throws SQLException {
		return new Dated(instant(row, "made_at"),
				new Amendment.Takeover(row.getObject("id", UUID.class),
						new Span(instant(row, "starts_at"), instant(row, "ends_at")), Cause.Kind.OVERRIDE,
						Role.valueOf(row.getString("role")), row.getString("person"), row.getString("replaces")));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
