package dev.vigie.alertingest.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of alerts and their lives, read and written a whole delivery at a time. A plan
 * is made once, maybe while there is hardly a row, and must be right in a storm. So rows
 * are only ever looked up by their keys: there is no way to join {@code lateral … for
 * update} and {@code = any (array[…])} but from the side of what was told.
 */
@Component
class AlertTable {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private static final String COLUMNS = """
			:ids::text[]::uuid[], :integrations::text[]::uuid[], :fingerprints::text[], :statuses::text[],
				:labels::text[]::jsonb[], :annotations::text[]::jsonb[], :urls::text[],
				:starts::text[]::timestamptz[], :ends::text[]::timestamptz[], :ats::text[]::timestamptz[],
				:groups::text[], :tolds::text[]::boolean[], :mutes::text[], :stales::text[]::timestamptz[],
				:stateds::text[]::timestamptz[], :reasons::text[]) as told (id, integration, fingerprint, status,
				labels, annotations, generator_url, starts_at, ends_at, at, group_hash, told, muted_by, stale_at,
				stated_at, end_reason)""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	AlertTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The known alerts, locked in the order of their keys so that deliveries that share
	 * some do not deadlock.
	 */
	Map<AlertKey, StoredAlert> lock(Collection<AlertKey> keys) {
		Map<AlertKey, StoredAlert> known = new HashMap<>();
		if (keys.isEmpty()) {
			return known;
		}
		this.jdbc.sql("""
				select known.*
				from (select * from unnest(:integrations::text[]::uuid[], :fingerprints::text[])
						as told (integration, fingerprint) order by integration, fingerprint) as told
					cross join lateral (select * from alert
						where integration_id = told.integration and fingerprint = told.fingerprint for update) as known
				""")
			.param("integrations", keys.stream().map((key) -> key.integration().toString()).toArray(String[]::new))
			.param("fingerprints", keys.stream().map(AlertKey::fingerprint).toArray(String[]::new))
			.query((row, _) -> {
				StoredAlert stored = stored(row);
				return known.put(stored.key(), stored);
			})
			.list();
		return known;
	}

	/**
	 * Stores what became of the alerts.
	 * @throws LostRace if somebody else stored a new one first
	 */
	void write(AlertBatch batch) {
		List<StoredAlert> created = batch.created();
		if (!created.isEmpty() && insert(created) < created.size()) {
			throw new LostRace();
		}
		List<StoredAlert> changed = batch.changed();
		if (!changed.isEmpty()) {
			update(changed);
		}
		List<StoredAlert> repeated = batch.repeated();
		if (!repeated.isEmpty()) {
			touch(repeated);
		}
		List<Alert> lives = batch.lives();
		if (!lives.isEmpty()) {
			keepEpisodes(lives);
		}
		List<StoredAlert> muted = batch.muted();
		if (!muted.isEmpty()) {
			noteMuting(muted);
		}
	}

	// What muted a life is remembered when the silence is long over.
	private void noteMuting(List<StoredAlert> alerts) {
		this.jdbc.sql("""
				update alert_episode set muted_by = array_append(alert_episode.muted_by, told.muted_by)
				from unnest(:ids::text[]::uuid[], :starts::text[]::timestamptz[], :mutes::text[])
					as told (id, starts_at, muted_by)
				where alert_episode.alert_id = any (array[told.id]) and alert_episode.starts_at = told.starts_at
					and not coalesce(told.muted_by = any(alert_episode.muted_by), false)
				""")
			.param("ids", texts(alerts, (stored) -> stored.alert().id().toString()))
			.param("starts", texts(alerts, (stored) -> stored.alert().startsAt().toString()))
			.param("mutes", texts(alerts, StoredAlert::mutedBy))
			.update();
	}

	// The life of a new alert comes with it.
	private int insert(List<StoredAlert> alerts) {
		return bind("""
				with created as (insert into alert (id, integration_id, fingerprint, status, labels, annotations,
					generator_url, starts_at, ends_at, first_seen_at, last_seen_at, since, group_hash, told, muted_by,
					stale_at, stated_at, end_reason)
				select id, integration, fingerprint, status, labels, annotations, generator_url, starts_at, ends_at,
					at, at, at, group_hash, told, muted_by, stale_at, stated_at, end_reason
				from unnest(""" + COLUMNS + """

				on conflict (integration_id, fingerprint) do nothing
				returning id, starts_at, ends_at, end_reason, seen, last_seen_at)
				insert into alert_episode (alert_id, starts_at, ends_at, end_reason, seen, last_seen_at)
				select id, starts_at, ends_at, end_reason, seen, last_seen_at from created
				""", alerts).update();
	}

	private void update(List<StoredAlert> alerts) {
		bind("""
				update alert set status = told.status, labels = told.labels, annotations = told.annotations,
					generator_url = told.generator_url, starts_at = told.starts_at, ends_at = told.ends_at,
					last_seen_at = told.at, group_hash = told.group_hash, told = told.told,
					muted_by = case when not told.told then coalesce(told.muted_by, alert.muted_by) end,
					stale_at = told.stale_at, stated_at = told.stated_at, end_reason = told.end_reason,
					seen = case when alert.starts_at = told.starts_at then alert.seen + 1 else 1 end,
					since = case when alert.starts_at = told.starts_at then alert.since else told.at end
				from unnest(""" + COLUMNS + """

				where alert.id = any (array[told.id])
				""", alerts).update();
	}

	private void touch(List<StoredAlert> alerts) {
		this.jdbc.sql("""
				update alert set last_seen_at = told.at, seen = seen + 1, stale_at = told.stale_at,
					group_hash = told.group_hash,
					muted_by = case when not alert.told then coalesce(told.muted_by, alert.muted_by) end
				from unnest(:ids::text[]::uuid[], :ats::text[]::timestamptz[], :stales::text[]::timestamptz[],
					:groups::text[], :mutes::text[]) as told (id, at, stale_at, group_hash, muted_by)
				where alert.id = any (array[told.id])
				""")
			.param("ids", texts(alerts, (stored) -> stored.alert().id().toString()))
			.param("ats", texts(alerts, (stored) -> stored.seenAt().toString()))
			.param("stales", texts(alerts, (stored) -> text(stored.alert().staleAt())))
			.param("groups", texts(alerts, StoredAlert::group))
			.param("mutes", texts(alerts, StoredAlert::mutedBy))
			.update();
	}

	private void keepEpisodes(List<Alert> alerts) {
		this.jdbc.sql("""
				insert into alert_episode (alert_id, starts_at, ends_at, end_reason, seen, last_seen_at)
				select told.id, told.starts_at, told.ends_at, told.end_reason, alert.seen, alert.last_seen_at
				from unnest(:ids::text[]::uuid[], :starts::text[]::timestamptz[], :ends::text[]::timestamptz[],
					:reasons::text[]) as told (id, starts_at, ends_at, end_reason)
					join alert on alert.id = any (array[told.id])
				on conflict (alert_id, starts_at) do update set ends_at = excluded.ends_at,
					end_reason = excluded.end_reason, seen = excluded.seen, last_seen_at = excluded.last_seen_at
				""")
			.param("ids", texts(alerts, (alert) -> alert.id().toString()))
			.param("starts", texts(alerts, (alert) -> alert.startsAt().toString()))
			.param("ends", texts(alerts, (alert) -> text(alert.endsAt())))
			.param("reasons", texts(alerts, Alert::endReason))
			.update();
	}

	private JdbcClient.StatementSpec bind(String sql, List<StoredAlert> alerts) {
		return this.jdbc.sql(sql)
			.param("ids", texts(alerts, (stored) -> stored.alert().id().toString()))
			.param("integrations", texts(alerts, (stored) -> stored.key().integration().toString()))
			.param("fingerprints", texts(alerts, (stored) -> stored.key().fingerprint()))
			.param("statuses", texts(alerts, (stored) -> stored.alert().status().name()))
			.param("labels", texts(alerts, (stored) -> this.json.writeValueAsString(stored.alert().labels())))
			.param("annotations", texts(alerts, (stored) -> this.json.writeValueAsString(stored.alert().annotations())))
			.param("urls", texts(alerts, (stored) -> stored.alert().generatorUrl()))
			.param("starts", texts(alerts, (stored) -> stored.alert().startsAt().toString()))
			.param("ends", texts(alerts, (stored) -> text(stored.alert().endsAt())))
			.param("ats", texts(alerts, (stored) -> stored.seenAt().toString()))
			.param("groups", texts(alerts, StoredAlert::group))
			.param("tolds", texts(alerts, (stored) -> String.valueOf(stored.alert().told())))
			.param("mutes", texts(alerts, StoredAlert::mutedBy))
			.param("stales", texts(alerts, (stored) -> text(stored.alert().staleAt())))
			.param("stateds", texts(alerts, (stored) -> text(stored.alert().statedAt())))
			.param("reasons", texts(alerts, (stored) -> stored.alert().endReason()));
	}

	private StoredAlert stored(ResultSet row) throws SQLException {
		return new StoredAlert(new AlertKey(row.getObject("integration_id", UUID.class), row.getString("fingerprint")),
				alert(row), row.getString("group_hash"), row.getString("muted_by"),
				row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
	}

	Alert alert(ResultSet row) throws SQLException {
		return new Alert(row.getObject("id", UUID.class), row.getString("fingerprint"),
				AlertStatus.valueOf(row.getString("status")), this.json.readValue(row.getString("labels"), TEXTS),
				this.json.readValue(row.getString("annotations"), TEXTS), row.getString("generator_url"),
				row.getObject("starts_at", OffsetDateTime.class).toInstant(), instant(row, "ends_at"),
				row.getBoolean("told"), instant(row, "stale_at"), instant(row, "stated_at"),
				row.getString("end_reason"));
	}

	private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable String text(@Nullable Instant time) {
		return (time != null) ? time.toString() : null;
	}

	private static <T> String[] texts(List<T> items, Function<T, @Nullable String> text) {
		return items.stream().map(text).toArray(String[]::new);
	}

}
