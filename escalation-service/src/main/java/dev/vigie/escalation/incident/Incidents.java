package dev.vigie.escalation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;

/**
 * All incidents.
 */
@Component
class Incidents {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private static final TypeReference<List<RunbookLink>> LINKS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	Incidents(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	Optional<Incident> find(UUID id) {
		return this.jdbc.sql("select * from incident where id = :id").param("id", id).query(this::incident).optional();
	}

	Optional<Incident> lock(UUID id) {
		return this.jdbc.sql("select * from incident where id = :id for update")
			.param("id", id)
			.query(this::incident)
			.optional();
	}

	Optional<UUID> idOf(long number) {
		return this.jdbc.sql("select id from incident where number = :number")
			.param("number", number)
			.query((row, _) -> row.getObject("id", UUID.class))
			.optional();
	}

	Optional<UUID> openOf(Origin origin) {
		return this.jdbc.sql("""
				select id from incident
				where integration = :integration and group_hash = :hash and status <> 'RESOLVED'
				""")
			.param("integration", origin.integration())
			.param("hash", origin.groupHash())
			.query((row, _) -> row.getObject("id", UUID.class))
			.optional();
	}

	List<Incident> list(Set<IncidentStatus> statuses, long before, int limit) {
		return this.jdbc.sql("""
				select * from incident where status = any(:statuses) and number < :before
				order by number desc limit :limit
				""")
			.param("statuses", statuses.stream().map(Enum::name).toArray(String[]::new))
			.param("before", before)
			.param("limit", limit)
			.query(this::incident)
			.list();
	}

	List<Incident> due(Instant now, int limit) {
		return due(now, limit, "");
	}

	List<Incident> claimDue(Instant now, int limit) {
		return due(now, limit, "for update skip locked");
	}

	private List<Incident> due(Instant now, int limit, String lock) {
		return this.jdbc.sql("""
				select * from incident where status = 'TRIGGERED' and due_at <= :now
				order by due_at limit :limit
				""" + lock)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query(this::incident)
			.list();
	}

	/**
	 * Gives the next number to a new incident that is due at once.
	 */
	Incident open(String title, Origin origin, Instant now) {
		UUID id = UUID.randomUUID();
		long number = this.jdbc.sql("""
				insert into incident (id, integration, group_hash, group_labels, title, status, severity,
					severity_reason, labels, annotations, firing, hidden, runbook_state, runbooks, run, run_started_at,
					cycle, step, due_at, triggered_at)
				values (:id, :integration, :hash, :groupLabels::jsonb, :title, 'TRIGGERED', 'P3',
					'default', '{}', '{}', 0, 0, 'PENDING', '[]', 1, :now,
					0, 0, :now, :now)
				returning number
				""")
			.param("id", id)
			.param("integration", origin.integration())
			.param("hash", origin.groupHash())
			.param("groupLabels", this.json.writeValueAsString(origin.groupLabels()))
			.param("title", title)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query((row, _) -> row.getLong(1))
			.single();
		return new Incident(id, number, title, origin, now);
	}

	void save(Incident incident) {
		EscalationClock escalation = incident.escalation;
		this.jdbc.sql("""
				update incident set group_hash = :hash, group_labels = :groupLabels::jsonb, status = :status,
					severity = :severity, severity_reason = :reason, team = :team, labels = :labels::jsonb,
					annotations = :annotations::jsonb, firing = :firing, hidden = :hidden,
					severity_rules_version_id = :rules, policy_version_id = :policy, runbook_state = :runbookState,
					runbooks = :runbooks::jsonb, run = :run, run_started_at = :runStartedAt, cycle = :cycle,
					step = :step, due_at = :dueAt, idle_reason = :idleReason, acknowledged_at = :acknowledgedAt,
					acknowledged_by = :acknowledgedBy, resolved_at = :resolvedAt, resolved_by = :resolvedBy
				where id = :id
				""")
			.param("id", incident.id)
			.param("hash", incident.origin.groupHash())
			.param("groupLabels", this.json.writeValueAsString(incident.origin.groupLabels()))
			.param("status", incident.status.name())
			.param("severity", incident.assessment.severity().name())
			.param("reason", incident.assessment.reason())
			.param("team", incident.team)
			.param("labels", this.json.writeValueAsString(incident.picture.labels()))
			.param("annotations", this.json.writeValueAsString(incident.picture.annotations()))
			.param("firing", incident.firing)
			.param("hidden", incident.hidden)
			.param("rules", incident.rulesVersionId)
			.param("policy", incident.policyVersionId)
			.param("runbookState", incident.runbookState.name())
			.param("runbooks", this.json.writeValueAsString(incident.runbooks))
			.param("run", escalation.run())
			.param("runStartedAt", utc(escalation.startedAt()))
			.param("cycle", escalation.position().cycle())
			.param("step", escalation.position().step())
			.param("dueAt", utc(escalation.dueAt()))
			.param("idleReason", escalation.idleReason())
			.param("acknowledgedAt", utc(incident.acknowledgedAt))
			.param("acknowledgedBy", incident.acknowledgedBy)
			.param("resolvedAt", utc(incident.resolvedAt))
			.param("resolvedBy", incident.resolvedBy)
			.update();
	}

	private Incident incident(ResultSet row, int index) throws SQLException {
		Origin origin = new Origin(row.getString("integration"), row.getString("group_hash"),
				texts(row.getString("group_labels")));
		Incident incident = new Incident(row.getObject("id", UUID.class), row.getLong("number"), row.getString("title"),
				origin, instant(row, "triggered_at"));
		incident.status = IncidentStatus.valueOf(row.getString("status"));
		incident.assessment = new Assessment(Severity.valueOf(row.getString("severity")),
				row.getString("severity_reason"));
		incident.picture = new Picture(texts(row.getString("labels")), texts(row.getString("annotations")));
		incident.escalation = new EscalationClock(row.getInt("run"), instant(row, "run_started_at"),
				new EscalationPlan.Position(row.getInt("cycle"), row.getInt("step")), time(row, "due_at"),
				row.getString("idle_reason"));
		incident.team = row.getString("team");
		incident.firing = row.getInt("firing");
		incident.hidden = row.getInt("hidden");
		incident.rulesVersionId = row.getObject("severity_rules_version_id", UUID.class);
		incident.policyVersionId = row.getObject("policy_version_id", UUID.class);
		incident.runbookState = RunbookState.valueOf(row.getString("runbook_state"));
		incident.runbooks = this.json.readValue(row.getString("runbooks"), LINKS);
		incident.acknowledgedAt = time(row, "acknowledged_at");
		incident.acknowledgedBy = row.getString("acknowledged_by");
		incident.resolvedAt = time(row, "resolved_at");
		incident.resolvedBy = row.getString("resolved_by");
		return incident;
	}

	private Map<String, String> texts(String json) {
		return this.json.readValue(json, TEXTS);
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
		return (instant != null) ? instant.atOffset(ZoneOffset.UTC) : null;
	}

}
