package dev.vigie.escalation.handoff;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.handoff.Summary.Note;

/**
 * What people write for the next on call in a schedule.
 */
@Component
class NoteTable {

	private static final int MOST = 50;

	private final JdbcClient jdbc;

	NoteTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void insert(String schedule, Note note) {
		this.jdbc.sql("""
				insert into handoff_note (id, schedule, author, written_at, text)
				values (:id, :schedule, :author, :writtenAt, :text)
				""")
			.param("id", UUID.randomUUID())
			.param("schedule", schedule)
			.param("author", note.author())
			.param("writtenAt", note.writtenAt().atOffset(ZoneOffset.UTC))
			.param("text", note.text())
			.update();
	}

	/**
	 * The last of those written in the time, the oldest first.
	 */
	List<Note> of(String schedule, Instant since, Instant until) {
		return this.jdbc.sql("""
				select author, written_at, text from handoff_note
				where schedule = :schedule and written_at between :since and :until
				order by written_at desc, id limit :limit
				""")
			.param("schedule", schedule)
			.param("since", since.atOffset(ZoneOffset.UTC))
			.param("until", until.atOffset(ZoneOffset.UTC))
			.param("limit", MOST)
			.query((row, _) -> new Note(row.getString("author"),
					row.getObject("written_at", OffsetDateTime.class).toInstant(), row.getString("text")))
			.list()
			.reversed();
	}

}
