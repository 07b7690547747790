package dev.vigie.escalation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The groups that incidents hold.
 */
@Component
class GroupTable {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	GroupTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Who takes the alerts of these groups, and who counts what is held back of them.
	 */
	List<Row> open(Collection<Origin> origins) {
		if (origins.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select g.* from incident_group g
				join unnest(:integrations::text[], :hashes::text[]) as wanted (integration, group_hash)
					using (integration, group_hash)
				where g.open and (g.kind <> 'HELD_BACK' or g.hidden > 0)
				""")
			.param("integrations", origins.stream().map(Origin::integration).toArray(String[]::new))
			.param("hashes", origins.stream().map(Origin::groupHash).toArray(String[]::new))
			.query(this::row)
			.list();
	}

	/**
	 * The groups that alerts were in when they were last seen.
	 */
	List<Row> of(Collection<AlertTable.Holder> holders) {
		List<AlertTable.Holder> known = holders.stream().filter((holder) -> holder.groupHash() != null).toList();
		if (known.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select g.* from incident_group g
				where (g.incident_id, g.integration, g.group_hash) in (
					select * from unnest(:incidents::uuid[], :integrations::text[], :hashes::text[]))
				""")
			.param("incidents", known.stream().map(AlertTable.Holder::incidentId).toArray(UUID[]::new))
			.param("integrations", known.stream().map((holder) -> holder.alert().integration()).toArray(String[]::new))
			.param("hashes", known.stream().map(AlertTable.Holder::groupHash).toArray(String[]::new))
			.query(this::row)
			.list();
	}

	/**
	 * The oldest open incident with alerts of a sender's group that others spread.
	 */
	List<Row> spread(Origin origin) {
		return this.jdbc.sql("""
				select g.* from incident_group g join incident i on i.id = g.incident_id
				where g.integration = :integration and g.group_hash = :hash and g.open and g.kind = 'HELD_BACK'
				order by i.number limit 1
				""")
			.param("integration", origin.integration())
			.param("hash", origin.groupHash())
			.query(this::row)
			.list();
	}

	/**
	 * Frees all groups of these incidents.
	 */
	void close(Collection<UUID> incidentIds) {
		if (!incidentIds.isEmpty()) {
			this.jdbc.sql("update incident_group set open = false where incident_id = any(:ids) and open")
				.param("ids", incidentIds.toArray(UUID[]::new))
				.update();
		}
	}

	/**
	 * Gives an incident back those of its groups that no other has taken.
	 */
	List<Row> takeBack(UUID incidentId) {
		return this.jdbc.sql("""
				update incident_group g set open = true
				where g.incident_id = :incident and (g.kind = 'HELD_BACK' or not exists (
					select from incident_group o where o.integration = g.integration and o.group_hash = g.group_hash
						and o.open and o.kind <> 'HELD_BACK' and o.incident_id <> g.incident_id))
				returning g.*
				""").param("incident", incidentId).query(this::row).list();
	}

	void save(Collection<HeldGroup> groups) {
		if (groups.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into incident_group (incident_id, integration, group_hash, labels, kind, hidden, open, joined_at)
				select incident_id, integration, group_hash, labels, kind, hidden, open, joined_at
				from json_populate_recordset(null::incident_group, :groups::json)
				on conflict (incident_id, integration, group_hash) do update set kind = excluded.kind,
					labels = excluded.labels, hidden = excluded.hidden, open = excluded.open
				""").param("groups", this.json.writeValueAsString(groups.stream().map(Row::of).toList())).update();
	}

	/**
	 * The first groups of each incident, and how many of their alerts fire.
	 */
	Map<UUID, List<IncidentView.Group>> views(List<UUID> incidentIds, int each) {
		Map<UUID, List<IncidentView.Group>> groups = new HashMap<>();
		this.jdbc.sql("""
				with firing as (
					select incident_id, integration, group_hash, count(*) as alerts from incident_alert
					where incident_id = any(:ids) and status = 'FIRING' group by incident_id, integration, group_hash
				)
				select g.*, coalesce(f.alerts, 0) as firing from unnest(:ids::uuid[]) as i (id), lateral (
					select * from incident_group
					where incident_id = i.id and (kind <> 'HELD_BACK' or hidden > 0)
					order by joined_at, kind = 'HELD_BACK', integration, group_hash limit :each) g
				left join firing f on f.incident_id = g.incident_id and f.integration = g.integration
					and f.group_hash = g.group_hash
				order by g.joined_at, g.kind = 'HELD_BACK', g.integration, g.group_hash
				""").param("ids", incidentIds.toArray(UUID[]::new)).param("each", each).query((row) -> {
			groups.computeIfAbsent(row.getObject("incident_id", UUID.class), (_) -> new ArrayList<>())
				.add(new IncidentView.Group(row.getString("integration"),
						this.json.readValue(row.getString("labels"), TEXTS), row.getInt("firing"),
						row.getInt("hidden")));
		});
		return groups;
	}

	private Row row(ResultSet row, int index) throws SQLException {
		return new Row(row.getObject("incident_id", UUID.class), row.getString("integration"),
				row.getString("group_hash"), this.json.readValue(row.getString("labels"), TEXTS),
				HeldGroup.Kind.valueOf(row.getString("kind")), row.getInt("hidden"), row.getBoolean("open"),
				row.getObject("joined_at", OffsetDateTime.class).toInstant());
	}

	/**
	 * A row of {@code incident_group}.
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Row(UUID incidentId, String integration, String groupHash, Map<String, String> labels, HeldGroup.Kind kind,
			int hidden, boolean open, Instant joinedAt) {

		static Row of(HeldGroup group) {
			return new Row(group.incident.id, group.origin.integration(), group.origin.groupHash(),
					group.origin.groupLabels(), group.kind, group.hidden, group.open && group.incident.status.isOpen(),
					group.joinedAt);
		}

		Origin origin() {
			return new Origin(this.integration, this.groupHash, this.labels);
		}

	}

}
