package dev.vigie.escalation.paging;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
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

	/**
	 * The first firing alerts of each incident.
	 */
	Map<UUID, List<AlertFact>> alerts(List<UUID> incidentIds, int each) {
		Map<UUID, List<AlertFact>> alerts = new HashMap<>();
		this.jdbc.sql("""
				select a.* from unnest(:ids::uuid[]) as i (id), lateral (
					select incident_id, fingerprint, labels, annotations, starts_at, generator_url from incident_alert
					where incident_id = i.id and status = 'FIRING' order by starts_at, fingerprint limit :each) a
				""").param("ids", incidentIds.toArray(UUID[]::new)).param("each", each).query((row) -> {
			Map<String, String> labels = this.json.readValue(row.getString("labels"), TEXTS);
			Map<String, String> annotations = this.json.readValue(row.getString("annotations"), TEXTS);
			alerts.computeIfAbsent(row.getObject("incident_id", UUID.class), (_) -> new ArrayList<>())
				.add(new AlertFact(labels.getOrDefault("alertname", row.getString("fingerprint")),
						annotations.get("summary"), row.getObject("starts_at", OffsetDateTime.class).toInstant(),
						row.getString("generator_url")));
		});
		return alerts;
	}

}
