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

import dev.vigie.escalation.queue.LeasedRows;

/**
 * The rows of notices.
 */
@Component
class NoticeTable {

	private final JdbcClient jdbc;

	private final LeasedRows rows;

	NoticeTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.rows = new LeasedRows(jdbc, "notice");
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
		return this.rows.claim(now, leaseUntil, limit, (row, _) -> notice(row));
	}

	void delivered(Notice attempt) {
		this.rows.end(attempt.id(), attempt.attempts(), "DELIVERED", null);
	}

	void failed(Notice attempt, String reason) {
		this.rows.end(attempt.id(), attempt.attempts(), "FAILED", reason);
	}

	void postponed(Notice attempt, String reason, Instant next) {
		this.rows.postpone(attempt.id(), attempt.attempts(), reason, next);
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
