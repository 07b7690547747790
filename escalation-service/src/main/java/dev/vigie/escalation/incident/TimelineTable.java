package dev.vigie.escalation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
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

	/**
	 * Adds lines in their order, in one statement.
	 * @return their ids
	 */
	List<Long> add(List<Row> lines) {
		return this.jdbc.sql("""
				insert into timeline_entry (incident_id, occurred_at, recorded_at, code, actor, params)
				select incident_id, occurred_at, recorded_at, code, actor, params
				from json_populate_recordset(null::timeline_entry, :lines::json)
				returning id
				""")
			.param("lines", this.json.writeValueAsString(lines))
			.query((row, _) -> row.getLong(1))
			.stream()
			.sorted()
			.toList();
	}

	/**
	 * The lines after the one with the given id, the oldest first.
	 */
	List<Line> after(UUID incidentId, long id, int limit) {
		return this.jdbc.sql("""
				select id, occurred_at, recorded_at, code, actor, params from timeline_entry
				where incident_id = :incident and id > :id order by id limit :limit
				""").param("incident", incidentId).param("id", id).param("limit", limit).query(this::line).list();
	}

	/**
	 * The lines of an incident that have one of the codes, the oldest first.
	 */
	List<Line> withCodes(long number, Set<String> codes) {
		return this.jdbc.sql("""
				select t.id, t.occurred_at, t.recorded_at, t.code, t.actor, t.params
				from incident i join timeline_entry t on t.incident_id = i.id
				where i.number = :number and t.code = any(:codes) order by t.id
				""").param("number", number).param("codes", codes.toArray(String[]::new)).query(this::line).list();
	}

	private Line line(ResultSet row, int index) throws SQLException {
		return new Line(row.getLong("id"), row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
				row.getObject("recorded_at", OffsetDateTime.class).toInstant(), row.getString("code"),
				row.getString("actor"), this.json.readValue(row.getString("params"), PARAMS));
	}

	/**
	 * A row that has no id yet.
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Row(UUID incidentId, Instant occurredAt, Instant recordedAt, String code, @Nullable String actor,
			Map<String, String> params) {

		static Row of(UUID incidentId, Line line) {
			return new Row(incidentId, line.occurredAt(), line.recordedAt(), line.code(), line.actor(), line.params());
		}

	}

	/**
	 * One line; 0 is the id of one that is not written yet.
	 */
	record Line(long id, Instant occurredAt, Instant recordedAt, String code, @Nullable String actor,
			Map<String, String> params) {

		Line {
			params = Map.copyOf(params);
		}

		Line withId(long written) {
			return new Line(written, this.occurredAt, this.recordedAt, this.code, this.actor, this.params);
		}

	}

}
