package dev.vigie.oncall.override;

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

import dev.vigie.oncall.override.ScheduleOverride.Ending;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;

/**
 * The rows of overrides, those that were taken back too.
 */
@Component
class OverrideTable {

	private final JdbcClient jdbc;

	OverrideTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Those that meet the span, in the order in which they were made. What is long over
	 * is not looked at, and neither is what is far ahead: none lasts longer than a year.
	 */
	List<ScheduleOverride> meeting(String schedule, Span span) {
		return this.jdbc.sql("""
				select * from schedule_override
				where schedule = :schedule and ends_at > :from and ends_at < :last and starts_at < :to
					and starts_at < ends_at
				order by number
				""")
			.param("schedule", schedule)
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("to", span.end().atOffset(ZoneOffset.UTC))
			.param("last", span.end().plus(Window.LONGEST).atOffset(ZoneOffset.UTC))
			.query(OverrideTable::override)
			.list();
	}

	Optional<ScheduleOverride> find(UUID id) {
		return this.jdbc.sql("select * from schedule_override where id = :id")
			.param("id", id)
			.query(OverrideTable::override)
			.optional();
	}

	/**
	 * Those of a schedule that are not over.
	 */
	List<ScheduleOverride> open(String schedule, Instant now) {
		return this.jdbc.sql("""
				select * from schedule_override where schedule = :schedule and ends_at > :now and ended_at is null
				order by number
				""")
			.param("schedule", schedule)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(OverrideTable::override)
			.list();
	}

	/**
	 * Whether any names the person, also one that is over.
	 */
	boolean mention(String person) {
		return this.jdbc
			.sql("select exists (select from schedule_override where person = :person or replaces = :person)")
			.param("person", person)
			.query(Boolean.class)
			.single();
	}

	/**
	 * All that name the person in any way.
	 */
	List<ScheduleOverride> naming(String person) {
		return this.jdbc.sql("""
				select * from schedule_override
				where person = :person or replaces = :person or author = :person or ended_by = :person order by number
				""").param("person", person).query(OverrideTable::override).list();
	}

	void insert(ScheduleOverride override) {
		Wish wish = override.wish();
		this.jdbc
			.sql("""
					insert into schedule_override (id, schedule, person, role, replaces, asked_from, asked_to, starts_at, ends_at,
						reason, author, made_at)
					values (:id, :schedule, :person, :role, :replaces, :askedFrom, :askedTo, :startsAt, :endsAt, :reason, :author,
						:madeAt)
					""")
			.param("id", override.id())
			.param("schedule", wish.schedule())
			.param("person", wish.person())
			.param("role", wish.role().name())
			.param("replaces", wish.replaces())
			.param("askedFrom", wish.span().start().atOffset(ZoneOffset.UTC))
			.param("askedTo", wish.span().end().atOffset(ZoneOffset.UTC))
			.param("startsAt", override.start().atOffset(ZoneOffset.UTC))
			.param("endsAt", override.end().atOffset(ZoneOffset.UTC))
			.param("reason", wish.reason())
			.param("author", override.author())
			.param("madeAt", override.madeAt().atOffset(ZoneOffset.UTC))
			.update();
	}

	void end(UUID id, Instant end, Ending ending) {
		this.jdbc.sql("update schedule_override set ends_at = :end, ended_at = :at, ended_by = :by where id = :id")
			.param("id", id)
			.param("end", end.atOffset(ZoneOffset.UTC))
			.param("at", ending.at().atOffset(ZoneOffset.UTC))
			.param("by", ending.by())
			.update();
	}

	private static ScheduleOverride override(ResultSet row, int number) throws SQLException {
		Wish wish = new Wish(row.getString("schedule"), row.getString("person"), Role.valueOf(row.getString("role")),
				new Span(instant(row, "asked_from"), instant(row, "asked_to")), row.getString("replaces"),
				row.getString("reason"));
		OffsetDateTime endedAt = row.getObject("ended_at", OffsetDateTime.class);
		return new ScheduleOverride(row.getObject("id", UUID.class), wish, instant(row, "starts_at"),
				instant(row, "ends_at"), row.getString("author"), instant(row, "made_at"),
				(endedAt != null) ? new Ending(endedAt.toInstant(), row.getString("ended_by")) : null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
