package dev.vigie.runbook.runbook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.Document;

/**
 * Lists of runbooks.
 */
@Component
public class RunbookShelf {

	private final JdbcClient jdbc;

	RunbookShelf(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The runbooks as they stand now, by name.
	 */
	public List<PublishedRunbook> published() {
		return this.jdbc.sql("""
				select runbook.name, said.version, said.title, said.matchers
				from runbook
				join runbook_version said on said.runbook_id = runbook.id and said.version = runbook.current_version
				where runbook.deleted_at is null
				order by runbook.name
				""")
			.query((row, _) -> new PublishedRunbook(row.getString("name"), row.getInt("version"),
					row.getString("title"), MatchersJson.read(row.getString("matchers"))))
			.list();
	}

	List<Document<RunbookSpec>> page(String after, int limit) {
		return this.jdbc.sql("""
				select runbook.name, said.version, said.title, said.matchers, said.body
				from runbook
				join runbook_version said on said.runbook_id = runbook.id and said.version = runbook.current_version
				where runbook.deleted_at is null and runbook.name > :after
				order by runbook.name limit :limit
				""")
			.param("after", after)
			.param("limit", limit)
			.query((row, _) -> new Document<>(row.getString("name"), row.getInt("version"),
					new RunbookSpec(row.getString("title"), MatchersJson.read(row.getString("matchers")),
							row.getString("body"))))
			.list();
	}

	/**
	 * The versions of a runbook below a number, newest first; none if there never was
	 * such a runbook.
	 */
	List<Edition> editions(String name, int below, int limit) {
		return this.jdbc.sql("""
				select said.version, said.title, said.created_at, said.created_by
				from runbook_version said join runbook on runbook.id = said.runbook_id
				where runbook.name = :name and said.version < :below
				order by said.version desc limit :limit
				""")
			.param("name", name)
			.param("below", below)
			.param("limit", limit)
			.query((row, _) -> new Edition(row.getInt("version"), row.getString("title"),
					row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("created_by")))
			.list();
	}

	/**
	 * One version without its words: who wrote it and when.
	 */
	record Edition(int version, String title, Instant createdAt, String createdBy) {
	}

}
