package dev.vigie.escalation.update;

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
 * The rows of updates; the database refuses to change one.
 */
@Component
class UpdateTable {

	private final JdbcClient jdbc;

	UpdateTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(UUID incidentId, Told told) {
		Update update = told.update();
		this.jdbc.sql("""
				insert into status_update (id, incident_id, status, message, author, at, next_at, template, subject_en,
					text_en, subject_fr, text_fr)
				values (:id, :incident, :status, :message, :author, :at, :nextAt, :template, :subjectEn, :textEn,
					:subjectFr, :textFr)
				""")
			.param("id", update.id())
			.param("incident", incidentId)
			.param("status", update.status().name())
			.param("message", update.message())
			.param("author", update.author())
			.param("at", update.at().atOffset(ZoneOffset.UTC))
			.param("nextAt", (update.nextAt() != null) ? update.nextAt().atOffset(ZoneOffset.UTC) : null)
			.param("template", update.template())
			.param("subjectEn", told.en().subject())
			.param("textEn", told.en().text())
			.param("subjectFr", told.fr().subject())
			.param("textFr", told.fr().text())
			.update();
	}

	Optional<Told> find(UUID id) {
		return this.jdbc.sql("select * from status_update where id = :id")
			.param("id", id)
			.query((row, _) -> told(row))
			.optional();
	}

	/**
	 * Those before a position, the latest first.
	 */
	List<Told> before(UUID incidentId, long position, int most) {
		return this.jdbc.sql("""
				select * from status_update where incident_id = :incident and position < :position
				order by position desc limit :most
				""")
			.param("incident", incidentId)
			.param("position", position)
			.param("most", most)
			.query((row, _) -> told(row))
			.list();
	}

	private static Told told(ResultSet row) throws SQLException {
		Update update = new Update(row.getObject("id", UUID.class), UpdateStatus.valueOf(row.getString("status")),
				row.getString("message"), row.getString("author"),
				row.getObject("at", OffsetDateTime.class).toInstant(),
				time(row.getObject("next_at", OffsetDateTime.class)), row.getString("template"));
		return new Told(row.getLong("position"), update,
				new Filling.Rendered(row.getString("subject_en"), row.getString("text_en")),
				new Filling.Rendered(row.getString("subject_fr"), row.getString("text_fr")));
	}

	private static @Nullable Instant time(@Nullable OffsetDateTime time) {
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * An update in both languages, with times in UTC.
	 *
	 * @param position its place among all; 0 for one that is not kept yet
	 */
	record Told(long position, Update update, Filling.Rendered en, Filling.Rendered fr) {
	}

}
