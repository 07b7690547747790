package dev.vigie.oncall.person;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * The rows of departures.
 */
@Component
class DepartureTable {

	private static final String COLUMNS = "id, person, left_at, reason, takes_over, declared_by, declared_at, returned_at";

	private final JdbcClient jdbc;

	DepartureTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The departure that the person has not come back from.
	 */
	Optional<Departure> current(String person) {
		return this.jdbc.sql("select " + COLUMNS + " from departure where person = :person and returned_at is null")
			.param("person", person)
			.query(DepartureTable::departure)
			.optional();
	}

	List<Departure> current() {
		return this.jdbc.sql("select " + COLUMNS + " from departure where returned_at is null")
			.query(DepartureTable::departure)
			.list();
	}

	List<Departure> all() {
		return this.jdbc.sql("select " + COLUMNS + " from departure order by left_at, id")
			.query(DepartureTable::departure)
			.list();
	}

	/**
	 * Stores it, new or not.
	 */
	void save(Departure departure, @Nullable Instant announcedAt) {
		this.jdbc.sql("""
				insert into departure (id, person, left_at, reason, takes_over, declared_by, declared_at, announced_at)
				values (:id, :person, :leftAt, :reason, :takesOver, :declaredBy, :declaredAt, :announcedAt)
				on conflict (id) do update set left_at = excluded.left_at, reason = excluded.reason,
					takes_over = excluded.takes_over, announced_at = excluded.announced_at
				""")
			.param("id", departure.id())
			.param("person", departure.person())
			.param("leftAt", departure.leftAt().atOffset(ZoneOffset.UTC))
			.param("reason", departure.reason())
			.param("takesOver", departure.takesOver())
			.param("declaredBy", departure.declaredBy())
			.param("declaredAt", departure.declaredAt().atOffset(ZoneOffset.UTC))
			.param("announcedAt", (announcedAt != null) ? announcedAt.atOffset(ZoneOffset.UTC) : null)
			.update();
	}

	void end(UUID id, Instant at, @Nullable String by) {
		this.jdbc.sql("update departure set returned_at = :at, returned_by = :by where id = :id")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("by", by)
			.param("id", id)
			.update();
	}

	/**
	 * Names the person otherwise, also where they take over from others.
	 */
	void rename(String person, String pseudonym) {
		this.jdbc.sql("""
				update departure set reason = case when person = :person then '' else reason end,
					person = case when person = :person then :pseudonym else person end,
					takes_over = case when takes_over = :person then :pseudonym else takes_over end
				where :person in (person, takes_over)
				""").param("person", person).param("pseudonym", pseudonym).update();
	}

	/**
	 * Those who have left by now and of whom nobody was told yet. Each is answered once.
	 */
	List<String> takeDue(Instant now) {
		return this.jdbc.sql("""
				update departure set announced_at = :now where id in (
					select id from departure where announced_at is null and returned_at is null and left_at <= :now
					for update skip locked)
				returning person
				""").param("now", now.atOffset(ZoneOffset.UTC)).query(String.class).list();
	}

	private static Departure departure(ResultSet row, int number) throws SQLException {
		OffsetDateTime returnedAt = row.getObject("returned_at", OffsetDateTime.class);
		return new Departure(row.getObject("id", UUID.class), row.getString("person"), instant(row, "left_at"),
				row.getString("reason"), row.getString("takes_over"), row.getString("declared_by"),
				instant(row, "declared_at"), (returnedAt != null) ? returnedAt.toInstant() : null);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
