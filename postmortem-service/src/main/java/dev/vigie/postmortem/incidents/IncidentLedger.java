package dev.vigie.postmortem.incidents;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what the feed tells.
 */
@Component
class IncidentLedger {

	private static final String KEEP_STATE = """
			insert into incident (number, title, status, severity, highest_severity, team, integration, group_labels,
				labels, triggered_at, acknowledged_at, acknowledged_by, resolved_at, resolved_by, position)
			values (:number, :title, :status, :severity, :severity, :team, :integration, :groupLabels::jsonb,
				:labels::jsonb, :triggeredAt, :acknowledgedAt, :acknowledgedBy, :resolvedAt, :resolvedBy, :position)
			on conflict (number) do update set
				title = excluded.title, status = excluded.status, severity = excluded.severity,
				team = excluded.team, integration = excluded.integration, group_labels = excluded.group_labels,
				labels = excluded.labels, triggered_at = excluded.triggered_at,
				acknowledged_at = excluded.acknowledged_at, acknowledged_by = excluded.acknowledged_by,
				resolved_at = excluded.resolved_at, resolved_by = excluded.resolved_by, position = excluded.position
			where incident.position < excluded.position
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	IncidentLedger(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Keeps the change; one that is known already changes nothing.
	 * @return whether it was new
	 */
	boolean keep(long position, IncidentChange change) {
		keepState(position, change.incident());
		keepHighestSeverity(change.incident());
		return keepEntry(position, change.incident().number(), change.entry());
	}

	private void keepState(long position, IncidentChange.IncidentState incident) {
		this.jdbc.sql(KEEP_STATE)
			.param("number", incident.number())
			.param("title", incident.title())
			.param("status", incident.status().toLowerCase(Locale.ROOT))
			.param("severity", incident.severity())
			.param("team", incident.team())
			.param("integration", incident.integration())
			.param("groupLabels", json(incident.groupLabels()))
			.param("labels", json(incident.labels()))
			.param("triggeredAt", at(incident.triggeredAt()))
			.param("acknowledgedAt", at(incident.acknowledgedAt()))
			.param("acknowledgedBy", incident.acknowledgedBy())
			.param("resolvedAt", at(incident.resolvedAt()))
			.param("resolvedBy", incident.resolvedBy())
			.param("position", position)
			.update();
	}

	/**
	 * P1 sorts before P5, so the highest is the least text.
	 */
	private void keepHighestSeverity(IncidentChange.IncidentState incident) {
		this.jdbc.sql("""
				update incident set highest_severity = :severity
				where number = :number and (highest_severity is null or highest_severity > :severity)
				""").param("severity", incident.severity()).param("number", incident.number()).update();
	}

	private boolean keepEntry(long position, long number, IncidentChange.Entry entry) {
		return this.jdbc
			.sql("""
					insert into incident_entry (incident_number, id, occurred_at, recorded_at, position, code, actor, params,
						text_en, text_fr)
					values (:number, :id, :occurredAt, :recordedAt, :position, :code, :actor, :params::jsonb, :en, :fr)
					on conflict do nothing
					""")
			.param("number", number)
			.param("id", entry.id())
			.param("occurredAt", at(entry.occurredAt()))
			.param("recordedAt", at(entry.recordedAt()))
			.param("position", position)
			.param("code", entry.code())
			.param("actor", entry.actor())
			.param("params", json(entry.params()))
			.param("en", entry.text(Language.EN))
			.param("fr", entry.text(Language.FR))
			.update() == 1;
	}

	private String json(@Nullable Map<String, ?> map) {
		return this.json.writeValueAsString(Objects.requireNonNullElse(map, Map.of()));
	}

	private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
