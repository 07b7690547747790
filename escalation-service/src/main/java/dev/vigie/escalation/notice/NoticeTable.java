package dev.vigie.escalation.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of notices. An attempt is known by its number: who lost a lease cannot
 * overwrite what the next holder wrote.
 */
@Component
class NoticeTable {

	private final JdbcClient jdbc;

	NoticeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Adds a notice unless it is there already.
	 */
	boolean insert(Notice notice) {
		return this.jdbc.sql("""
				insert into notice (id, thread, channel, mailbox, otherwise, subject, body, payload, status, attempts,
					next_attempt_at, created_at)
				values (:id, :thread, :channel, :mailbox, :otherwise, :subject, :body, :payload, 'OPEN', 0, :now,
					:now)
				on conflict do nothing
				""")
			.param("id", notice.id())
			.param("thread", notice.words().thread())
			.param("channel", notice.to().channel())
			.param("mailbox", notice.to().mailbox())
			.param("otherwise", notice.otherwise().toArray(String[]::new))
			.param("subject", notice.words().subject())
			.param("body", notice.words().text())
			.param("payload", notice.words().payload())
			.param("now", notice.createdAt().atOffset(ZoneOffset.UTC))
			.update() > 0;
	}

	List<Notice> claim(Instant now, Instant leaseUntil, int limit) {
		return this.jdbc.sql("""
				update notice set attempts = attempts + 1, next_attempt_at = :lease
				where id in (
					select id from notice where status = 'OPEN' and next_attempt_at <= :now
					order by next_attempt_at limit :limit for update skip locked)
				returning *
				""")
			.param("lease", leaseUntil.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, _) -> notice(row))
			.list();
	}

	void delivered(Notice attempt) {
		this.jdbc
			.sql("update notice set status = 'DELIVERED' where id = :id and attempts = :attempt and status = 'OPEN'")
			.param("id", attempt.id())
			.param("attempt", attempt.attempts())
			.update();
	}

	void failed(Notice attempt, String reason) {
		this.jdbc.sql("""
				update notice set status = 'FAILED', reason = :reason
				where id = :id and attempts = :attempt and status = 'OPEN'
				""").param("reason", reason).param("id", attempt.id()).param("attempt", attempt.attempts()).update();
	}

	void postponed(Notice attempt, String reason, Instant next) {
		this.jdbc.sql("""
				update notice set next_attempt_at = :next, reason = :reason
				where id = :id and attempts = :attempt and status = 'OPEN'
				""")
			.param("next", next.atOffset(ZoneOffset.UTC))
			.param("reason", reason)
			.param("id", attempt.id())
			.param("attempt", attempt.attempts())
			.update();
	}

	void forget(Instant before) {
		this.jdbc.sql("delete from notice where status <> 'OPEN' and created_at < :before")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.update();
	}

	private static Notice notice(ResultSet row) throws SQLException {
		return new Notice(row.getObject("id", UUID.class),
				new Notice.To(row.getString("channel"), row.getString("mailbox")),
				new Words(row.getObject("thread", UUID.class), row.getString("subject"), row.getString("body"),
						row.getString("payload")),
				List.of((String[]) row.getArray("otherwise").getArray()), row.getInt("attempts"),
				row.getObject("created_at", OffsetDateTime.class).toInstant());
	}

}
