package dev.vigie.oncall.absence;

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

import dev.vigie.oncall.schedule.Window;
import dev.vigie.oncall.span.Span;

/**
 * The rows of absences that people wrote down here.
 */
@Component
class AbsenceTable implements AbsenceSource {

	private final JdbcClient jdbc;

	AbsenceTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<Absence> meeting(Span span) {
		return this.jdbc.sql("""
				select * from absence where ends_at > :from and ends_at < :last and starts_at < :to
				order by starts_at, person, id
				""")
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("to", span.end().atOffset(ZoneOffset.UTC))
			.param("last", span.end().plus(Window.LONGEST).atOffset(ZoneOffset.UTC))
			.query(AbsenceTable::absence)
			.list();
	}

	Optional<Absence> find(UUID id) {
		return this.jdbc.sql("select * from absence where id = :id")
			.param("id", id)
			.query(AbsenceTable::absence)
			.optional();
	}

	List<Absence> naming(String person) {
		return this.jdbc.sql("select * from absence where person = :person or author = :person order by starts_at, id")
			.param("person", person)
			.query(AbsenceTable::absence)
			.list();
	}

	/**
	 * Writes it down.
	 * @return whether there was none of this id
	 */
	boolean insert(Absence absence, Instant madeAt) {
		return this.jdbc.sql("""
				insert into absence (id, person, starts_at, ends_at, reason, author, made_at)
				values (:id, :person, :startsAt, :endsAt, :reason, :author, :madeAt) on conflict (id) do nothing
				""")
			.param("id", absence.id())
			.param("person", absence.person())
			.param("startsAt", absence.span().start().atOffset(ZoneOffset.UTC))
			.param("endsAt", absence.span().end().atOffset(ZoneOffset.UTC))
			.param("reason", absence.reason())
			.param("author", absence.author())
			.param("madeAt", madeAt.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	void delete(UUID id) {
		this.jdbc.sql("delete from absence where id = :id").param("id", id).update();
	}

	private static Absence absence(ResultSet row, int number) throws SQLException {
		return new Absence(row.getObject("id", UUID.class), row.getString("person"),
				new Span(instant(row, "starts_at"), instant(row, "ends_at")), Absence.MANUAL, row.getString("reason"),
				row.getString("author"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
