package dev.vigie.alertingest.silence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The windows that were in force, for whoever asks later why nobody was told.
 */
@Component
class WindowTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	WindowTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void open(Silence silence, Window window) {
		this.jdbc.sql("""
				insert into silence_window (silence, starts_at, ends_at, over, spec, author)
				values (:silence, :start, :end, false, :spec::jsonb, :author)
				on conflict (silence, starts_at) do update set ends_at = excluded.ends_at, over = false,
					spec = excluded.spec, author = excluded.author, ended_by = null
				""")
			.param("silence", silence.name())
			.param("start", window.start().atOffset(ZoneOffset.UTC))
			.param("end", window.end().atOffset(ZoneOffset.UTC))
			.param("spec", this.json.writeValueAsString(silence.spec()))
			.param("author", silence.author())
			.update();
	}

	void close(Silence silence, Window window, @Nullable String by) {
		this.jdbc.sql("""
				update silence_window set ends_at = :end, over = true, ended_by = :by
				where silence = :silence and starts_at = :start
				""")
			.param("silence", silence.name())
			.param("start", window.start().atOffset(ZoneOffset.UTC))
			.param("end", window.end().atOffset(ZoneOffset.UTC))
			.param("by", by)
			.update();
	}

	/**
	 * The newest windows of a silence, also of a removed one.
	 */
	List<Past> newest(String silence, int limit) {
		return this.jdbc
			.sql("select * from silence_window where silence = :silence order by starts_at desc limit :limit")
			.param("silence", silence)
			.param("limit", limit)
			.query((row, _) -> new Past(row.getObject("starts_at", OffsetDateTime.class).toInstant(),
					row.getObject("ends_at", OffsetDateTime.class).toInstant(), row.getBoolean("over"),
					row.getString("author"), row.getString("ended_by"),
					this.json.readValue(row.getString("spec"), SilenceSpec.class)))
			.list();
	}

	/**
	 * Forgets windows that ended before the instant, and silences nobody will see again.
	 */
	void forget(Instant before) {
		this.jdbc.sql("delete from silence_window where over and ends_at < :before")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("""
				delete from silence where (removed_at < :before
						or (ad_hoc and window_start is null and armed_at < :before))
					and not exists (select from silence_window where silence = silence.name)
				""").param("before", before.atOffset(ZoneOffset.UTC)).update();
	}

	/**
	 * A window as it was.
	 *
	 * @param over whether it is over; its end is still planned if not
	 * @param endedBy who ended it early
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Past(Instant startsAt, Instant endsAt, boolean over, String author, @Nullable String endedBy,
			SilenceSpec spec) {
	}

}
