package dev.vigie.alertingest.heartbeat;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.alert.Attendance;
import dev.vigie.alertingest.heartbeat.HeartbeatSpec.Paused;

/**
 * The rows of heartbeats. Whoever needs several locks them in the order of their names,
 * and before the alerts of their lapses.
 */
@Component
class HeartbeatTable {

	private static final String BEAT = """
			update heartbeat set last_beat_at = greatest(last_beat_at, :at::timestamptz),
				due_at = case when pause_reason is not null and paused_until is null then null
					else greatest(due_at, greatest(:at::timestamptz, paused_until) + patience) end
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	HeartbeatTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<Heartbeat> find(String name) {
		return this.jdbc.sql("select * from heartbeat where name = :name")
			.param("name", name)
			.query(this::heartbeat)
			.optional();
	}

	List<Heartbeat> after(String name, int limit) {
		return this.jdbc.sql("select * from heartbeat where name > :name order by name limit :limit")
			.param("name", name)
			.param("limit", limit)
			.query(this::heartbeat)
			.list();
	}

	List<Heartbeat> of(UUID integration) {
		return this.jdbc.sql("select * from heartbeat where integration_id = :id order by name")
			.param("id", integration)
			.query(this::heartbeat)
			.list();
	}

	/**
	 * Those whose beats are alerts.
	 */
	List<Heartbeat> matching() {
		return this.jdbc.sql("select * from heartbeat where matching order by name").query(this::heartbeat).list();
	}

	List<Heartbeat> lock(Collection<String> names) {
		return this.jdbc.sql("select * from heartbeat where name = any(:names) order by name for update")
			.param("names", names.toArray(String[]::new))
			.query(this::heartbeat)
			.list();
	}

	/**
	 * Those that are missed and nobody was told yet; they stay locked. After beats could
	 * not come in each is given its patience again, the long ones only as much as senders
	 * need: a daily one must be missed even where somebody restarts this every day.
	 */
	List<Heartbeat> lockDue(Instant now, Duration attended, int limit) {
		return this.jdbc.sql("""
				select heartbeat.* from heartbeat join integration on integration.id = heartbeat.integration_id
				where heartbeat.due_at <= :now and heartbeat.lapsed_at is null and not integration.removed
					and least(heartbeat.patience, make_interval(secs => :most)) <= make_interval(secs => :attended)
				order by heartbeat.name limit :limit for update of heartbeat skip locked
				""")
			.param("most", Attendance.PATIENCE.toSeconds())
			.param("attended", attended.toSeconds())
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query(this::heartbeat)
			.list();
	}

	/**
	 * Beats, unless the heartbeat has lapsed.
	 * @return whether it is there and has not lapsed
	 */
	boolean beat(UUID integration, String name, Instant at) {
		return this.jdbc.sql(BEAT + "where name = :name and integration_id = :integration and lapsed_at is null")
			.param("name", name)
			.param("integration", integration)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/**
	 * Beats those that are locked; none of them is missed any more.
	 */
	void beat(Collection<String> locked, Instant at) {
		this.jdbc
			.sql(BEAT.replace("update heartbeat set", "update heartbeat set lapsed_at = null,")
					+ "where name = any(:names)")
			.param("names", locked.toArray(String[]::new))
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	void lapse(Collection<String> locked, Instant at) {
		this.jdbc.sql("update heartbeat set lapsed_at = :at where name = any(:names)")
			.param("names", locked.toArray(String[]::new))
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Stores the heartbeat and arms it anew.
	 */
	void arm(Heartbeat heartbeat, Instant now) {
		Paused pause = heartbeat.pauseAt(now);
		Instant from = (pause == null) ? now : pause.until();
		Duration patience = heartbeat.spec().patience();
		this.jdbc
			.sql("""
					insert into heartbeat (name, version, spec, integration_id, matching, patience, armed_at, due_at,
						pause_reason, paused_until)
					values (:name, :version, :spec::jsonb, :integration, :matching, :patience::interval, :now, :due, :reason,
						:until)
					on conflict (name) do update set version = excluded.version, spec = excluded.spec,
						integration_id = excluded.integration_id, matching = excluded.matching,
						patience = excluded.patience, armed_at = excluded.armed_at, due_at = excluded.due_at,
						lapsed_at = null, pause_reason = excluded.pause_reason, paused_until = excluded.paused_until
					""")
			.param("name", heartbeat.name())
			.param("version", heartbeat.version())
			.param("spec", this.json.writeValueAsString(heartbeat.spec()))
			.param("integration", heartbeat.integrationId())
			.param("matching", heartbeat.spec().match() != null)
			.param("patience", patience.toMillis() + " milliseconds")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("due", (from != null) ? from.plus(patience).atOffset(ZoneOffset.UTC) : null)
			.param("reason", (pause != null) ? pause.reason() : null)
			.param("until", (pause != null && pause.until() != null) ? pause.until().atOffset(ZoneOffset.UTC) : null)
			.update();
	}

	/**
	 * Stores a heartbeat whose rhythm is what it was.
	 */
	void rewrite(Heartbeat heartbeat) {
		this.jdbc.sql("""
				update heartbeat set version = :version, spec = :spec::jsonb, matching = :matching where name = :name
				""")
			.param("name", heartbeat.name())
			.param("version", heartbeat.version())
			.param("spec", this.json.writeValueAsString(heartbeat.spec()))
			.param("matching", heartbeat.spec().match() != null)
			.update();
	}

	void delete(String name) {
		this.jdbc.sql("delete from heartbeat where name = :name").param("name", name).update();
	}

	private Heartbeat heartbeat(ResultSet row, int number) throws SQLException {
		String reason = row.getString("pause_reason");
		return new Heartbeat(row.getString("name"), row.getInt("version"),
				this.json.readValue(row.getString("spec"), HeartbeatSpec.class),
				row.getObject("integration_id", UUID.class), instant(row, "last_beat_at"), instant(row, "due_at"),
				instant(row, "lapsed_at"), (reason != null) ? new Paused(reason, instant(row, "paused_until")) : null);
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
