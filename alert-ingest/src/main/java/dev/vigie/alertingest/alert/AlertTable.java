package dev.vigie.alertingest.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
 * The rows of alerts and their lives, read and written a whole delivery at a time.
 */
@Component
class AlertTable {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	AlertTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The known alerts, locked in the order of their fingerprints so that deliveries that
	 * share some do not deadlock.
	 */
	Map<String, Alert> lock(UUID integration, Collection<String> fingerprints) {
		Map<String, Alert> known = new HashMap<>();
		this.jdbc.sql("""
				select id, fingerprint, status, labels, annotations, generator_url, starts_at, ends_at from alert
				where integration_id = :integration and fingerprint = any(:fingerprints::text[])
				order by fingerprint for update
				""")
			.param("integration", integration)
			.param("fingerprints", fingerprints.toArray(String[]::new))
			.query((row, _) -> alert(row))
			.list()
			.forEach((alert) -> known.put(alert.fingerprint(), alert));
		return known;
	}

	/**
	 * Stores new alerts.
	 * @return how many were new indeed
	 */
	int insert(UUID integration, List<Alert> alerts, Instant at) {
		return bind("""
				insert into alert (id, integration_id, fingerprint, status, labels, annotations, generator_url,
					starts_at, ends_at, first_seen_at, last_seen_at)
				select id, :integration, fingerprint, status, labels, annotations, generator_url, starts_at, ends_at,
					:at, :at
				from unnest(:ids::text[]::uuid[], :fingerprints::text[], :statuses::text[],
					:labels::text[]::jsonb[], :annotations::text[]::jsonb[], :urls::text[],
					:starts::text[]::timestamptz[], :ends::text[]::timestamptz[])
					as told (id, fingerprint, status, labels, annotations, generator_url, starts_at, ends_at)
				order by fingerprint
				on conflict (integration_id, fingerprint) do nothing
				""", alerts, at).param("integration", integration).update();
	}

	void update(List<Alert> alerts, Instant at) {
		bind("""
				update alert set status = told.status, labels = told.labels, annotations = told.annotations,
					generator_url = told.generator_url, starts_at = told.starts_at, ends_at = told.ends_at,
					last_seen_at = :at
				from unnest(:ids::text[]::uuid[], :fingerprints::text[], :statuses::text[],
					:labels::text[]::jsonb[], :annotations::text[]::jsonb[], :urls::text[],
					:starts::text[]::timestamptz[], :ends::text[]::timestamptz[])
					as told (id, fingerprint, status, labels, annotations, generator_url, starts_at, ends_at)
				where alert.id = told.id
				""", alerts, at).update();
	}

	void touch(List<Alert> alerts, Instant at) {
		this.jdbc.sql("update alert set last_seen_at = :at where id = any(:ids::text[]::uuid[])")
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("ids", texts(alerts, (alert) -> alert.id().toString()))
			.update();
	}

	void keepEpisodes(List<Alert> alerts) {
		this.jdbc.sql("""
				insert into alert_episode (alert_id, starts_at, ends_at)
				select id, starts_at, ends_at
				from unnest(:ids::text[]::uuid[], :starts::text[]::timestamptz[], :ends::text[]::timestamptz[])
					as told (id, starts_at, ends_at)
				on conflict (alert_id, starts_at) do update set ends_at = excluded.ends_at
				""")
			.param("ids", texts(alerts, (alert) -> alert.id().toString()))
			.param("starts", texts(alerts, (alert) -> alert.startsAt().toString()))
			.param("ends", texts(alerts, AlertTable::end))
			.update();
	}

	private JdbcClient.StatementSpec bind(String sql, List<Alert> alerts, Instant at) {
		return this.jdbc.sql(sql)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.param("ids", texts(alerts, (alert) -> alert.id().toString()))
			.param("fingerprints", texts(alerts, Alert::fingerprint))
			.param("statuses", texts(alerts, (alert) -> alert.status().name()))
			.param("labels", texts(alerts, (alert) -> this.json.writeValueAsString(alert.labels())))
			.param("annotations", texts(alerts, (alert) -> this.json.writeValueAsString(alert.annotations())))
			.param("urls", texts(alerts, Alert::generatorUrl))
			.param("starts", texts(alerts, (alert) -> alert.startsAt().toString()))
			.param("ends", texts(alerts, AlertTable::end));
	}

	private Alert alert(ResultSet row) throws SQLException {
		OffsetDateTime end = row.getObject("ends_at", OffsetDateTime.class);
		return new Alert(row.getObject("id", UUID.class), row.getString("fingerprint"),
				AlertStatus.valueOf(row.getString("status")), this.json.readValue(row.getString("labels"), TEXTS),
				this.json.readValue(row.getString("annotations"), TEXTS), row.getString("generator_url"),
				row.getObject("starts_at", OffsetDateTime.class).toInstant(), (end != null) ? end.toInstant() : null);
	}

	private static @Nullable String end(Alert alert) {
		return (alert.endsAt() != null) ? alert.endsAt().toString() : null;
	}

	private static String[] texts(List<Alert> alerts, Function<Alert, @Nullable String> text) {
		return alerts.stream().map(text).toArray(String[]::new);
	}

}
