package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
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
	 * Who holds the alerts: each open incident, those that know this very episode, and
	 * the newest.
	 */
	List<Holder> holders(List<Wanted> wanted) {
		if (wanted.isEmpty()) {
			return List.of();
		}
		return this.jdbc
			.sql("""
					select distinct w.integration, w.fingerprint, held.incident_id, held.status, held.starts_at,
						held.group_hash
					from unnest(:integrations::text[], :fingerprints::text[], :starts::text[]::timestamptz[])
						as w (integration, fingerprint, starts_at),
					lateral (
						select a.incident_id, a.status, a.starts_at, a.group_hash, i.status as incident_status,
							row_number() over (order by i.number desc) as age
						from incident_alert a join incident i on i.id = a.incident_id
						where a.integration = w.integration and a.fingerprint = w.fingerprint) held
					where held.incident_status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED') or held.starts_at = w.starts_at or held.age = 1
					""")
			.param("integrations", wanted.stream().map(Wanted::integration).toArray(String[]::new))
			.param("fingerprints", wanted.stream().map(Wanted::fingerprint).toArray(String[]::new))
			.param("starts", wanted.stream().map((one) -> one.startsAt().toString()).toArray(String[]::new))
			.query((row, _) -> new Holder(new Alert(row.getString("integration"), row.getString("fingerprint")),
					row.getObject("incident_id", UUID.class), row.getString("status").equals("FIRING"),
					row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getString("group_hash")))
			.list();
	}

	void save(Collection<Row> alerts) {
		if (alerts.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("""
					insert into incident_alert (incident_id, fingerprint, integration, status, labels, annotations, starts_at,
						ends_at, generator_url, joined_at, group_hash)
					select incident_id, fingerprint, integration, status, labels, annotations, starts_at,
						ends_at, generator_url, joined_at, group_hash
					from json_populate_recordset(null::incident_alert, :alerts::json)
					on conflict (incident_id, integration, fingerprint) do update set status = excluded.status, labels = excluded.labels,
						annotations = excluded.annotations, starts_at = excluded.starts_at, ends_at = excluded.ends_at,
						generator_url = excluded.generator_url, group_hash = excluded.group_hash
					""")
			.param("alerts", this.json.writeValueAsString(alerts))
			.update();
	}

	/**
	 * What the firing alerts of each incident have in common, counted in the database.
	 */
	Map<UUID, Picture> pictures(List<UUID> incidentIds) {
		Map<UUID, Map<String, String>> labels = new HashMap<>();
		Map<UUID, Map<String, String>> annotations = new HashMap<>();
		this.jdbc.sql("""
				with firing as materialized (
					select incident_id, labels, annotations, count(*) over (partition by incident_id) as alerts
					from incident_alert where incident_id = any(:incidents) and status = 'FIRING'
				)
				select incident_id, 'label' as kind, pair.key, pair.value from firing, jsonb_each_text(labels) pair
				group by incident_id, alerts, pair.key, pair.value having count(*) = alerts
				union all
				select incident_id, 'annotation', pair.key, pair.value from firing, jsonb_each_text(annotations) pair
				group by incident_id, alerts, pair.key, pair.value having count(*) = alerts
				""").param("incidents", incidentIds.toArray(UUID[]::new)).query((row) -> {
			Map<UUID, Map<String, String>> common = row.getString("kind").equals("label") ? labels : annotations;
			common.computeIfAbsent(row.getObject("incident_id", UUID.class), (_) -> new HashMap<>())
				.put(row.getString("key"), row.getString("value"));
		});
		return incidentIds.stream()
			.collect(Collectors.toMap(Function.identity(),
					(id) -> new Picture(labels.getOrDefault(id, Map.of()), annotations.getOrDefault(id, Map.of()))));
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

	/**
	 * What makes an alert, whichever incident holds it.
	 */
	record Alert(String integration, String fingerprint) {
	}

	/**
	 * An episode of an alert somebody asks for.
	 */
	record Wanted(String integration, String fingerprint, Instant startsAt) {

		Alert alert() {
			return new Alert(this.integration, this.fingerprint);
		}

	}

	/**
	 * An incident that holds an alert.
	 */
	record Holder(Alert alert, UUID incidentId, boolean firing, Instant startsAt, @Nullable String groupHash) {
	}

	/**
	 * A row of {@code incident_alert}.
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Row(UUID incidentId, String fingerprint, String integration, String status, Map<String, String> labels,
			Map<String, String> annotations, Instant startsAt, @Nullable Instant endsAt, @Nullable String generatorUrl,
			Instant joinedAt, String groupHash) {

		static Row of(UUID incidentId, ReportedAlert alert, Origin group, boolean firing, Instant at) {
			return new Row(incidentId, alert.fingerprint(), group.integration(), firing ? "FIRING" : "RESOLVED",
					alert.labels(), alert.annotations(), alert.startsAt(), alert.endsAt(), alert.generatorUrl(), at,
					group.groupHash());
		}

	}

}
