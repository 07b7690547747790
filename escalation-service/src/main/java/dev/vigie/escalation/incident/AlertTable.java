package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The alerts that incidents hold, each with its last episode.
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
	 * The incident that holds the alert: an open one before a resolved one, the one that
	 * knows this very episode before the newest.
	 */
	Optional<HeldAlert> find(String integration, ReportedAlert alert) {
		return this.jdbc.sql("""
				select a.incident_id, a.status, a.starts_at, i.status <> 'RESOLVED' as open, i.resolved_at
				from incident_alert a join incident i on i.id = a.incident_id
				where a.integration = :integration and a.fingerprint = :fingerprint
				order by open desc, a.starts_at = :startsAt desc, i.number desc limit 1
				""")
			.param("integration", integration)
			.param("fingerprint", alert.fingerprint())
			.param("startsAt", alert.startsAt().atOffset(ZoneOffset.UTC))
			.query((row, _) -> new HeldAlert(row.getObject("incident_id", UUID.class),
					row.getString("status").equals("FIRING"),
					row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getBoolean("open"),
					Incidents.time(row, "resolved_at")))
			.optional();
	}

	void save(Incident incident, ReportedAlert alert, boolean firing, Instant at) {
		save(incident.id, incident.origin.integration(), alert, firing, at);
	}

	void save(UUID incidentId, String integration, ReportedAlert alert, boolean firing, Instant at) {
		this.jdbc
			.sql("""
					insert into incident_alert (incident_id, fingerprint, integration, status, labels, annotations, starts_at,
						ends_at, generator_url, joined_at)
					values (:incident, :fingerprint, :integration, :status, :labels::jsonb, :annotations::jsonb, :startsAt,
						:endsAt, :generatorUrl, :at)
					on conflict (incident_id, fingerprint) do update set status = excluded.status, labels = excluded.labels,
						annotations = excluded.annotations, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
						generator_url = excluded.generator_url
					""")
			.param("incident", incidentId)
			.param("fingerprint", alert.fingerprint())
			.param("integration", integration)
			.param("status", firing ? "FIRING" : "RESOLVED")
			.param("labels", this.json.writeValueAsString(alert.labels()))
			.param("annotations", this.json.writeValueAsString(alert.annotations()))
			.param("startsAt", alert.startsAt().atOffset(ZoneOffset.UTC))
			.param("endsAt", utc(alert.endsAt()))
			.param("generatorUrl", alert.generatorUrl())
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * What the firing alerts of an incident have in common, counted in the database.
	 */
	Picture picture(UUID incidentId) {
		Map<String, String> labels = new HashMap<>();
		Map<String, String> annotations = new HashMap<>();
		this.jdbc.sql("""
				with firing as materialized (
					select labels, annotations from incident_alert where incident_id = :incident and status = 'FIRING'
				)
				select 'label' as kind, pair.key, pair.value from firing, jsonb_each_text(labels) pair
				group by pair.key, pair.value having count(*) = (select count(*) from firing)
				union all
				select 'annotation', pair.key, pair.value from firing, jsonb_each_text(annotations) pair
				group by pair.key, pair.value having count(*) = (select count(*) from firing)
				""").param("incident", incidentId).query((row) -> {
			Map<String, String> common = row.getString("kind").equals("label") ? labels : annotations;
			common.put(row.getString("key"), row.getString("value"));
		});
		return new Picture(labels, annotations);
	}

	/**
	 * The first alerts of each incident, firing ones before resolved ones.
	 */
	Map<UUID, List<IncidentView.Alert>> of(List<UUID> incidentIds, int each) {
		Map<UUID, List<IncidentView.Alert>> alerts = new HashMap<>();
		this.jdbc.sql("""
				select a.* from unnest(:ids::uuid[]) as i (id), lateral (
					select * from incident_alert where incident_id = i.id
					order by status, joined_at, fingerprint limit :each) a
				""").param("ids", incidentIds.toArray(UUID[]::new)).param("each", each).query((row) -> {
			alerts.computeIfAbsent(row.getObject("incident_id", UUID.class), (_) -> new ArrayList<>())
				.add(new IncidentView.Alert(row.getString("fingerprint"),
						row.getString("status").toLowerCase(Locale.ROOT),
						this.json.readValue(row.getString("labels"), TEXTS),
						this.json.readValue(row.getString("annotations"), TEXTS),
						row.getObject("starts_at", OffsetDateTime.class).toInstant(), Incidents.time(row, "ends_at"),
						row.getString("generator_url")));
		});
		return alerts;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
