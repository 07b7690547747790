package dev.vigie.escalation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.grouping.Storm;

/**
 * How fast alerts of integrations begin to fire, and which incident holds a storm. It
 * changes with the place in the feed, so that no restart counts an alert twice or not.
 */
@Component
class StormTable {

	private static final TypeReference<List<Storm.Arrival>> ARRIVALS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	StormTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	List<IntegrationStorm> find(Collection<String> integrations) {
		if (integrations.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select * from alert_storm where integration = any(:integrations)")
			.param("integrations", integrations.toArray(String[]::new))
			.query((row, _) -> storm(row))
			.list();
	}

	/**
	 * Those that an open incident gathers, unless the end of it was told.
	 */
	List<Gathering> gathering() {
		return this.jdbc.sql("""
				select s.* from alert_storm s join incident i on i.id = s.incident_id
				where i.status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED') and not i.private order by s.integration
				""").query((row, _) -> new Gathering(storm(row), Incidents.time(row, "end_told"))).list();
	}

	/**
	 * Notes that this end is told.
	 * @return false when somebody else has told it
	 */
	boolean ends(String integration, Instant end) {
		return this.jdbc.sql("""
				insert into alert_storm (integration, arrivals, alerts, groups, end_told)
				values (:integration, '[]', 0, 0, :end)
				on conflict (integration) do update set end_told = excluded.end_told
				where alert_storm.end_told is distinct from excluded.end_told
				""").param("integration", integration).param("end", end.atOffset(ZoneOffset.UTC)).update() > 0;
	}

	private IntegrationStorm storm(ResultSet row) throws SQLException {
		return new IntegrationStorm(row.getString("integration"),
				new Storm(this.json.readValue(row.getString("arrivals"), ARRIVALS), Incidents.time(row, "calm_from")),
				row.getObject("incident_id", UUID.class), row.getInt("alerts"), row.getInt("groups"));
	}

	void save(Collection<IntegrationStorm> storms) {
		if (storms.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into alert_storm (integration, arrivals, calm_from, incident_id, alerts, groups)
				select integration, arrivals, calm_from, incident_id, alerts, groups -- end_told stays
				from json_populate_recordset(null::alert_storm, :storms::json)
				on conflict (integration) do update set arrivals = excluded.arrivals, calm_from = excluded.calm_from,
					incident_id = excluded.incident_id, alerts = excluded.alerts, groups = excluded.groups
				""").param("storms", this.json.writeValueAsString(storms.stream().map(Row::of).toList())).update();
	}

	/**
	 * A storm and the end of it that was told.
	 */
	record Gathering(IntegrationStorm storm, @Nullable Instant told) {
	}

	/**
	 * A row of {@code alert_storm}.
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Row(String integration, List<Storm.Arrival> arrivals, @Nullable Instant calmFrom, @Nullable UUID incidentId,
			int alerts, int groups) {

		static Row of(IntegrationStorm storm) {
			return new Row(storm.integration(), storm.storm().arrivals(), storm.storm().calmFrom(), storm.incidentId(),
					storm.alerts(), storm.groups());
		}

	}

}
