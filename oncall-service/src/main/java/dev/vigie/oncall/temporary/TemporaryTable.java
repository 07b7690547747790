package dev.vigie.oncall.temporary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;

/**
 * The rows of temporary schedules and of their shifts.
 */
@Component
class TemporaryTable {

	private final JdbcClient jdbc;

	TemporaryTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that meet the span, in the order in which they were made.
	 * @param schedule only its own, null for all
	 */
	List<TemporarySchedule> meeting(@Nullable String schedule, Span span) {
		return read(statement("""
				%s ends_at > :from and ends_at < :last and starts_at < :to and starts_at < ends_at
				""".formatted((schedule != null) ? "schedule = :schedule and" : "")).param("schedule", schedule)
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("to", span.end().atOffset(ZoneOffset.UTC))
			.param("last", span.end().plus(Window.LONGEST).atOffset(ZoneOffset.UTC)));
	}

	Optional<TemporarySchedule> find(UUID id) {
		return read(statement("id = :id").param("id", id)).stream().findFirst();
	}

	/**
	 * Those of a schedule that are not over.
	 */
	List<TemporarySchedule> open(String schedule, Instant now) {
		return read(
				statement("schedule = :schedule and ends_at > :now and ended_at is null").param("schedule", schedule)
					.param("now", now.atOffset(ZoneOffset.UTC)));
	}

	/**
	 * All that name the person in any way.
	 */
	List<TemporarySchedule> naming(String person) {
		return read(statement("""
				author = :person or editor = :person
				or exists (select from temporary_shift where temporary_shift.temporary = id and person = :person)
				""").param("person", person));
	}

	boolean mention(String person) {
		return this.jdbc.sql("select exists (select from temporary_shift where person = :person)")
			.param("person", person)
			.query(Boolean.class)
			.single();
	}

	/**
	 * Stores it, new or not.
	 */
	void save(TemporarySchedule temporary) {
		this.jdbc
			.sql("""
					insert into temporary_schedule (id, schedule, starts_at, ends_at, reason, author, made_at, editor, ended_at)
					values (:id, :schedule, :startsAt, :endsAt, :reason, :author, :madeAt, :editor, :endedAt)
					on conflict (id) do update set starts_at = excluded.starts_at, ends_at = excluded.ends_at,
						reason = excluded.reason, editor = excluded.editor, ended_at = excluded.ended_at
					""")
			.param("id", temporary.id())
			.param("schedule", temporary.schedule())
			.param("startsAt", temporary.start().atOffset(ZoneOffset.UTC))
			.param("endsAt", temporary.end().atOffset(ZoneOffset.UTC))
			.param("reason", temporary.reason())
			.param("author", temporary.author())
			.param("madeAt", temporary.madeAt().atOffset(ZoneOffset.UTC))
			.param("editor", temporary.editor())
			.param("endedAt", (temporary.endedAt() != null) ? temporary.endedAt().atOffset(ZoneOffset.UTC) : null)
			.update();
		this.jdbc.sql("delete from temporary_shift where temporary = :id").param("id", temporary.id()).update();
		temporary.shifts().forEach((shift) -> insert(temporary.id(), shift));
	}

	private void insert(UUID temporary, FixedShift shift) {
		this.jdbc.sql("""
				insert into temporary_shift (temporary, person, role, starts_at, ends_at)
				values (:temporary, :person, :role, :startsAt, :endsAt)
				""")
			.param("temporary", temporary)
			.param("person", shift.person())
			.param("role", shift.role().name())
			.param("startsAt", shift.span().start().atOffset(ZoneOffset.UTC))
			.param("endsAt", shift.span().end().atOffset(ZoneOffset.UTC))
			.update();
	}

	private StatementSpec statement(String condition) {
		return this.jdbc.sql("""
				select temporary.*, shift.person, shift.role, shift.starts_at as shift_from, shift.ends_at as shift_to
				from (select * from temporary_schedule where %s) as temporary
					left join temporary_shift as shift on shift.temporary = temporary.id
				order by temporary.number, shift.starts_at, shift.role, shift.person
				""".formatted(condition));
	}

	private static List<TemporarySchedule> read(StatementSpec statement) {
		Map<UUID, TemporarySchedule> bare = new LinkedHashMap<>();
		Map<UUID, List<FixedShift>> shifts = new LinkedHashMap<>();
		statement.query((RowCallbackHandler) (row) -> {
			UUID id = row.getObject("id", UUID.class);
			if (!bare.containsKey(id)) {
				bare.put(id, bare(id, row));
			}
			if (row.getString("person") != null) {
				Span span = new Span(instant(row, "shift_from"), instant(row, "shift_to"));
				shifts.computeIfAbsent(id, (_) -> new ArrayList<>())
					.add(new FixedShift(span, Role.valueOf(row.getString("role")), row.getString("person")));
			}
		});
		return bare.values()
			.stream()
			.map((temporary) -> temporary.with(shifts.getOrDefault(temporary.id(), List.of())))
			.toList();
	}

	private static TemporarySchedule bare(UUID id, ResultSet row) throws SQLException {
		OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
		return new TemporarySchedule(id, row.getString("schedule"), instant(row, "starts_at"), instant(row, "ends_at"),
				List.of(), row.getString("reason"), row.getString("author"), instant(row, "made_at"),
				row.getString("editor"), (endedAt != null) ? endedAt.toInstant() : null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
