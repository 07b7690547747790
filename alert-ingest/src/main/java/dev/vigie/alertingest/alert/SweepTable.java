package dev.vigie.alertingest.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Alerts that time changes, found by their rows alone. What somebody else holds is left
 * for the next round.
 */
@Component
class SweepTable {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private static final String SELECT = """
			select alert.*, coalesce(alert_group.key, '') as group_key,
				coalesce(alert_group.labels, '{}') as group_labels, coalesce(alert_group.hidden, 0) as hidden
			from alert left join alert_group on alert_group.integration_id = alert.integration_id
				and alert_group.hash = alert.group_hash
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final AlertTable alerts;

	SweepTable(JdbcClient jdbc, JsonMapper json, AlertTable alerts) {
		this.jdbc = jdbc;
		this.json = json;
		this.alerts = alerts;
	}

	/**
	 * Firing alerts whose sender has not repeated them in time.
	 */
	List<Found> lockStale(Instant now, int limit) {
		return this.jdbc.sql(SELECT + """
				where alert.status = 'FIRING' and alert.stale_at <= :now
				order by alert.stale_at limit :limit for update of alert skip locked
				""").param("now", now.atOffset(ZoneOffset.UTC)).param("limit", limit).query(this::found).list();
	}

	/**
	 * Firing alerts that nobody was told of.
	 * @param after where the slice before ended
	 * @param lasting what still mutes, and is not asked again
	 */
	List<Found> lockUntold(AlertKey after, Collection<String> lasting, int limit) {
		return this.jdbc.sql(SELECT + """
				where alert.status = 'FIRING' and not alert.told
					and (alert.muted_by is null or alert.muted_by <> all(:lasting))
					and (alert.integration_id, alert.fingerprint) > (:integration::uuid, :fingerprint)
				order by alert.integration_id, alert.fingerprint limit :limit for update of alert skip locked
				""")
			.param("lasting", lasting.toArray(String[]::new))
			.param("integration", after.integration())
			.param("fingerprint", after.fingerprint())
			.param("limit", limit)
			.query(this::found)
			.list();
	}

	void end(Alert alert) {
		this.jdbc.sql("""
				with ended as (
					update alert set status = 'RESOLVED', ends_at = :end, end_reason = :reason, stale_at = null
					where id = :id returning id, starts_at, ends_at, end_reason, seen, last_seen_at)
				insert into alert_episode (alert_id, starts_at, ends_at, end_reason, seen, last_seen_at)
				select id, starts_at, ends_at, end_reason, seen, last_seen_at from ended
				on conflict (alert_id, starts_at) do update set ends_at = excluded.ends_at,
					end_reason = excluded.end_reason, seen = excluded.seen, last_seen_at = excluded.last_seen_at
				""")
			.param("id", alert.id())
			.param("end", (alert.endsAt() != null) ? alert.endsAt().atOffset(ZoneOffset.UTC) : null)
			.param("reason", alert.endReason())
			.update();
	}

	/**
	 * Notes that the alert is told, or what mutes it now.
	 */
	void judge(Alert alert, @Nullable String mutedBy) {
		this.jdbc.sql("""
				with judged as (
					update alert set told = :told, muted_by = :mutedBy where id = :id returning id, starts_at, muted_by)
				update alert_episode set muted_by = array_append(alert_episode.muted_by, judged.muted_by)
				from judged
				where alert_episode.alert_id = judged.id and alert_episode.starts_at = judged.starts_at
					and judged.muted_by is not null
					and not coalesce(judged.muted_by = any(alert_episode.muted_by), false)
				""").param("id", alert.id()).param("told", mutedBy == null).param("mutedBy", mutedBy).update();
	}

	private Found found(ResultSet row, int number) throws SQLException {
		Map<String, String> labels = this.json.readValue(row.getString("group_labels"), TEXTS);
		return new Found(new AlertKey(row.getObject("integration_id", UUID.class), row.getString("fingerprint")),
				this.alerts.alert(row), row.getString("muted_by"),
				new AlertReport.Group(row.getString("group_key"), labels, row.getInt("hidden")),
				row.getString("group_hash"));
	}

	/**
	 * An alert, locked.
	 *
	 * @param groupHash what its group is known by, which says more than the key of a
	 * group that was stored before keys were
	 */
	record Found(AlertKey key, Alert alert, @Nullable String mutedBy, AlertReport.Group group,
			@Nullable String groupHash) {
	}

}
