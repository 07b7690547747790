package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The lines of all timelines; the database refuses to change one.
 */
@Component
class TimelineTable {

	private static final TypeReference<Map<String, String>> PARAMS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	TimelineTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Line add(UUID incidentId, Line line) {
		long id = this.jdbc.sql("""
				insert into timeline_entry (incident_id, occurred_at, recorded_at, code, actor, params)
				values (:incident, :occurredAt, :recordedAt, :code, :actor, :params::jsonb) returning id
				""")
			.param("incident", incidentId)
			.param("occurredAt", line.occurredAt().atOffset(ZoneOffset.UTC))
			.param("recordedAt", line.recordedAt().atOffset(ZoneOffset.UTC))
			.param("code", line.code())
			.param("actor", line.actor())
			.param("params", this.json.writeValueAsString(line.params()))
			.query((row, _) -> row.getLong(1))
			.single();
		return new Line(id, line.occurredAt(), line.recordedAt(), line.code(), line.actor(), line.params());
	}

	/**
	 * The lines after the one with the given id, the oldest first.
	 */
	List<Line> after(UUID incidentId, long id, int limit) {
		return this.jdbc.sql("""
				select id, occurred_at, recorded_at, code, actor, params from timeline_entry
				where incident_id = :incident and id > :id order by id limit :limit
				""")
			.param("incident", incidentId)
			.param("id", id)
			.param("limit", limit)
			.query((row, _) -> new Line(row.getLong("id"),
					row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
					row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("code"),
					row.getString("actor"), this.json.readValue(row.getString("params"), PARAMS)))
			.list();
	}

	/**
	 * One line; 0 is the id of one that is not written yet.
	 */
	record Line(long id, Instant occurredAt, Instant recordedAt, String code, @Nullable String actor,
			Map<String, String> params) {

		Line {
			params = Map.copyOf(params);
		}

	}

}
