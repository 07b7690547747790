package dev.vigie.escalation.paging;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.page.PageFacts.AlertFact;
import dev.vigie.escalation.policy.EscalationPlan.Position;

/**
 * What pages tell of an incident beyond what makes it due.
 */
@Component
class IncidentReading {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	IncidentReading(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Keeps others from changing the incident before this transaction ends.
	 */
	void lock(UUID incidentId) {
		this.jdbc.sql("select id from incident where id = :id for update")
			.param("id", incidentId)
			.query((row, _) -> row.getString(1))
			.list();
	}

	/**
	 * The step that comes next, if one does.
	 */
	Optional<Position> next(UUID incidentId) {
		return this.jdbc.sql("""
				select cycle, step from incident where id = :id and status = 'TRIGGERED' and due_at is not null
				""")
			.param("id", incidentId)
			.query((row, _) -> new Position(row.getInt("cycle"), row.getInt("step")))
			.optional();
	}

	String severityReason(UUID incidentId) {
		return this.jdbc.sql("select severity_reason from incident where id = :id")
			.param("id", incidentId)
			.query((row, _) -> row.getString(1))
			.single();
	}

	List<AlertFact> alerts(UUID incidentId, int limit) {
		return this.jdbc.sql("""
				select fingerprint, labels, annotations, starts_at, generator_url from incident_alert
				where incident_id = :id and status = 'FIRING' order by starts_at, fingerprint limit :limit
				""").param("id", incidentId).param("limit", limit).query((row, _) -> {
			Map<String, String> labels = this.json.readValue(row.getString("labels"), TEXTS);
			Map<String, String> annotations = this.json.readValue(row.getString("annotations"), TEXTS);
			return new AlertFact(labels.getOrDefault("alertname", row.getString("fingerprint")),
					annotations.get("summary"), row.getObject("starts_at", OffsetDateTime.class).toInstant(),
					row.getString("generator_url"));
		}).list();
	}

}
