package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By which values of labels incidents may be found, and when alerts with them last came.
 */
@Component
class CorrelationTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	CorrelationTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * The open incidents that alerts with these values came to since then.
	 */
	List<Row> find(Collection<Asked> asked) {
		if (asked.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				select distinct c.* from incident_correlation c
				join unnest(:keys::text[], :sinces::text[]::timestamptz[]) as wanted (key, since) using (key)
				join incident i on i.id = c.incident_id and i.status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED')
				where c.joined_at > wanted.since
				""")
			.param("keys", asked.stream().map(Asked::key).toArray(String[]::new))
			.param("sinces", asked.stream().map((one) -> one.since().toString()).toArray(String[]::new))
			.query((row, _) -> new Row(row.getObject("incident_id", UUID.class), row.getString("integration"),
					row.getString("key"), row.getObject("joined_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	void save(Collection<Row> rows) {
		if (rows.isEmpty()) {
			return;
		}
		this.jdbc.sql("""
				insert into incident_correlation as c (incident_id, integration, key, joined_at)
				select incident_id, integration, key, joined_at
				from json_populate_recordset(null::incident_correlation, :rows::json)
				on conflict (incident_id, integration, key)
				do update set joined_at = greatest(c.joined_at, excluded.joined_at)
				""").param("rows", this.json.writeValueAsString(rows)).update();
	}

	/**
	 * Values somebody looks for.
	 */
	record Asked(String key, Instant since) {
	}

	/**
	 * A row of {@code incident_correlation}.
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Row(UUID incidentId, String integration, String key, Instant joinedAt) {

		Row later(Row other) {
			return other.joinedAt.isAfter(this.joinedAt) ? other : this;
		}

	}

}
