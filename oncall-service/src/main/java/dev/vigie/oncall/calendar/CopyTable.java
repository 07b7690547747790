package dev.vigie.oncall.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of the last good copies.
 */
@Component
class CopyTable {

	private final JdbcClient jdbc;

	CopyTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Makes room for a calendar, or says that what is read from it is another now.
	 */
	void prepare(String calendar) {
		this.jdbc.sql("""
				insert into calendar_copy (calendar) values (:calendar)
				on conflict (calendar) do update set revision = nextval('calendar_revision')
				""").param("calendar", calendar).update();
	}

	void fetchAnew(String calendar, Instant now) {
		this.jdbc.sql("""
				update calendar_copy set due_at = :now, etag = null, last_modified = null where calendar = :calendar
				""").param("now", now.atOffset(ZoneOffset.UTC)).param("calendar", calendar).update();
	}

	void fetchNoMore(String calendar) {
		this.jdbc
			.sql("""
					update calendar_copy set due_at = null, etag = null, last_modified = null, failure = null, failing_since = null
					where calendar = :calendar
					""")
			.param("calendar", calendar)
			.update();
	}

	void delete(String calendar) {
		this.jdbc.sql("delete from calendar_copy where calendar = :calendar").param("calendar", calendar).update();
	}

	/**
	 * Says that people are others now: whom an event names is looked up again.
	 */
	void peopleChanged() {
		this.jdbc.sql("update calendar_copy set revision = nextval('calendar_revision')").update();
	}

	/**
	 * The revision of every calendar that has a copy.
	 */
	Map<String, Long> revisions() {
		Map<String, Long> revisions = new HashMap<>();
		this.jdbc.sql("select calendar, revision from calendar_copy where content is not null")
			.query((RowCallbackHandler) (row) -> revisions.put(row.getString(1), row.getLong(2)));
		return revisions;
	}

	Optional<Copy> find(String calendar) {
		return this.jdbc.sql("select * from calendar_copy where calendar = :calendar")
			.param("calendar", calendar)
			.query((row, _) -> copy(row))
			.optional();
	}

	private static Copy copy(ResultSet row) throws SQLException {
		return new Copy(row.getLong("revision"), row.getString("content"), row.getString("digest"),
				instant(row, "changed_at"), instant(row, "read_at"), row.getString("failure"),
				instant(row, "failing_since"), instant(row, "due_at"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * Takes a calendar whose time has come; nobody else does before the lease ends.
	 */
	Optional<Due> claim(Instant now, Instant lease) {
		return this.jdbc
			.sql("""
					update calendar_copy set due_at = :lease where calendar = (
						select calendar from calendar_copy where due_at <= :now order by due_at limit 1 for update skip locked)
					returning calendar, etag, last_modified
					""")
			.param("lease", lease.atOffset(ZoneOffset.UTC))
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, _) -> new Due(row.getString(1), row.getString(2), row.getString(3)))
			.optional();
	}

	/**
	 * Keeps a copy that says something new.
	 */
	void store(String calendar, String content, String digest, Instant now) {
		this.jdbc.sql("""
				update calendar_copy set revision = nextval('calendar_revision'), content = :content, digest = :digest,
					changed_at = :now where calendar = :calendar
				""")
			.param("content", content)
			.param("digest", digest)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("calendar", calendar)
			.update();
	}

	/**
	 * Notes that the copy is right as of now.
	 */
	void confirm(String calendar, Instant now) {
		this.jdbc.sql("""
				update calendar_copy set read_at = :now, failure = null, failing_since = null where calendar = :calendar
				""").param("now", now.atOffset(ZoneOffset.UTC)).param("calendar", calendar).update();
	}

	/**
	 * Notes what its server wants to be asked with next time.
	 */
	void validators(String calendar, @Nullable String etag, @Nullable String lastModified) {
		this.jdbc.sql("update calendar_copy set etag = :etag, last_modified = :modified where calendar = :calendar")
			.param("etag", etag)
			.param("modified", lastModified)
			.param("calendar", calendar)
			.update();
	}

	void next(String calendar, Instant due) {
		this.jdbc.sql("update calendar_copy set due_at = :due where calendar = :calendar and due_at is not null")
			.param("due", due.atOffset(ZoneOffset.UTC))
			.param("calendar", calendar)
			.update();
	}

	/**
	 * Notes why there is no newer copy; what was good stays.
	 */
	void fail(String calendar, String reason, Instant now) {
		this.jdbc.sql("""
				update calendar_copy set failure = :reason, failing_since = coalesce(failing_since, :now)
				where calendar = :calendar
				""")
			.param("reason", reason)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("calendar", calendar)
			.update();
	}

	/**
	 * A calendar that is to be fetched.
	 */
	record Due(String calendar, @Nullable String etag, @Nullable String lastModified) {
	}

	/**
	 * The last good copy of a calendar, and how it is with newer ones.
	 *
	 * @param content the text, null if it was never read
	 * @param changedAt since when it says what it says
	 * @param readAt when it was last known to be right
	 * @param failure why there is no newer one
	 * @param failingSince since when there is none
	 * @param dueAt when it is fetched again
	 */
	record Copy(long revision, @Nullable String content, @Nullable String digest, @Nullable Instant changedAt,
			@Nullable Instant readAt, @Nullable String failure, @Nullable Instant failingSince,
			@Nullable Instant dueAt) {

		/**
		 * The same without its text, which may be long.
		 */
		Copy head() {
			return new Copy(this.revision, null, this.digest, this.changedAt, this.readAt, this.failure,
					this.failingSince, this.dueAt);
		}

	}

}
