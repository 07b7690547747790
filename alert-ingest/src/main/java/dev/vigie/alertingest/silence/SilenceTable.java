package dev.vigie.alertingest.silence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of silences. A removed one keeps its row, and its version counts on.
 */
@Component
class SilenceTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	SilenceTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<Silence> find(String name) {
		return this.jdbc.sql("select * from silence where name = :name and removed_at is null")
			.param("name", name)
			.query(this::silence)
			.optional();
	}

	List<Silence> after(String name, Silence.@Nullable State state, Instant now, int limit) {
		return this.jdbc.sql("""
				select * from silence where removed_at is null and name > :name and (:state::text is null or :state =
					case when window_end is null or window_end <= :now::timestamptz then 'EXPIRED'
						when window_start <= :now::timestamptz then 'ACTIVE' else 'PENDING' end)
				order by name limit :limit
				""")
			.param("name", name)
			.param("state", (state != null) ? state.name() : null)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query(this::silence)
			.list();
	}

	/**
	 * Those that mute or will.
	 */
	List<Silence> withWindow() {
		return this.jdbc.sql("select * from silence where window_start is not null order by name")
			.query(this::silence)
			.list();
	}

	Optional<Silence> lock(String name) {
		return this.jdbc.sql("select * from silence where name = :name and removed_at is null for update")
			.param("name", name)
			.query(this::silence)
			.optional();
	}

	/**
	 * Those with a start or an end to announce, locked; what another replica holds is
	 * left to it.
	 */
	List<Silence> lockDue(Instant now, int limit) {
		return this.jdbc.sql("""
				select * from silence where window_start <= :now and (not started or window_end <= :now)
				order by name limit :limit for update skip locked
				""").param("now", now.atOffset(ZoneOffset.UTC)).param("limit", limit).query(this::silence).list();
	}

	/**
	 * The version after that of a removed silence of this name.
	 */
	int firstVersion(String name) {
		return this.jdbc.sql("select version + 1 from silence where name = :name")
			.param("name", name)
			.query(Integer.class)
			.optional()
			.orElse(0);
	}

	void write(Silence silence) {
		Window window = silence.window();
		Silence.Ending ending = silence.ending();
		this.jdbc
			.sql("""
					insert into silence (name, version, spec, author, ad_hoc, armed_at, window_start, window_end, started,
						ended_at, ended_by, ended_for_good)
					values (:name, :version, :spec::jsonb, :author, :adHoc, :armed, :start, :end, :started, :ended, :endedBy,
						:forGood)
					on conflict (name) do update set version = excluded.version, spec = excluded.spec,
						author = excluded.author, ad_hoc = excluded.ad_hoc, armed_at = excluded.armed_at,
						window_start = excluded.window_start, window_end = excluded.window_end, started = excluded.started,
						ended_at = excluded.ended_at, ended_by = excluded.ended_by, ended_for_good = excluded.ended_for_good,
						removed_at = null
					""")
			.param("name", silence.name())
			.param("version", silence.version())
			.param("spec", this.json.writeValueAsString(silence.spec()))
			.param("author", silence.author())
			.param("adHoc", silence.adHoc())
			.param("armed", silence.armedAt().atOffset(ZoneOffset.UTC))
			.param("start", (window != null) ? window.start().atOffset(ZoneOffset.UTC) : null)
			.param("end", (window != null) ? window.end().atOffset(ZoneOffset.UTC) : null)
			.param("started", silence.started())
			.param("ended", (ending != null) ? ending.at().atOffset(ZoneOffset.UTC) : null)
			.param("endedBy", (ending != null) ? ending.by() : null)
			.param("forGood", ending != null && ending.forGood())
			.update();
	}

	void remove(String name, Instant now) {
		this.jdbc.sql("update silence set removed_at = :now where name = :name")
			.param("name", name)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

	private Silence silence(ResultSet row, int number) throws SQLException {
		Instant start = instant(row, "window_start");
		Instant end = instant(row, "window_end");
		Instant endedAt = instant(row, "ended_at");
		return new Silence(row.getString("name"), row.getInt("version"),
				this.json.readValue(row.getString("spec"), SilenceSpec.class), row.getString("author"),
				row.getBoolean("ad_hoc"), row.getObject("armed_at", OffsetDateTime.class).toInstant(),
				(start != null && end != null) ? new Window(start, end) : null, row.getBoolean("started"),
				(endedAt != null)
						? new Silence.Ending(endedAt, row.getString("ended_by"), row.getBoolean("ended_for_good"))
						: null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
