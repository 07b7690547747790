package dev.vigie.escalation.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
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
import dev.vigie.shared.problem.NotFound;

/**
 * All incidents.
 */
@Component
class Incidents {

	private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
	};

	private static final TypeReference<List<RunbookLink>> LINKS = new TypeReference<>() {
	};

	private static final TypeReference<List<EscalationPlan.Position>> POSITIONS = new TypeReference<>() {
	};

	private static final TypeReference<List<Visibility.Named>> PEOPLE = new TypeReference<>() {
	};

	private static final TypeReference<Map<String, UUID>> VERSIONS = new TypeReference<>() {
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

	/**
	 * Locks several, always in the same order.
	 */
	List<Incident> lock(List<UUID> ids) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("select * from incident where id = any(:ids) order by id for update")
			.param("ids", ids.toArray(UUID[]::new))
			.query(this::incident)
			.list();
	}

	/**
	 * The incident called {@code 42} or {@code INC-42}.
	 * @throws NotFound when there is none
	 */
	UUID idOf(String numberOrId) {
		return IncidentNumber.parse(numberOrId)
			.flatMap(this::idOf)
			.orElseThrow(() -> new NotFound("There is no incident " + numberOrId));
	}

	Optional<UUID> idOf(long number) {
		return this.jdbc.sql("select id from incident where number = :number")
			.param("number", number)
			.query((row, _) -> row.getObject("id", UUID.class))
			.optional();
	}

	/**
	 * The open ones that the policy of an incident declared, the first ones first.
	 */
	List<Incident> declaredBy(UUID id) {
		return this.jdbc.sql("""
				select * from incident
				where declared_from = :id and status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED') order by number
				""").param("id", id).query(this::incident).list();
	}

	/**
	 * Those that are looked for below a number, the newest first.
	 */
	List<Incident> list(IncidentSearch search, long before, int limit) {
		return this.jdbc.sql("""
				select * from incident where status = any(:statuses) and number < :before
				and (not private or people @> jsonb_build_array(jsonb_build_object('person', :viewer::text)))
				and (cardinality(:severities::text[]) = 0 or severity = any(:severities))
				and (cardinality(:teams::text[]) = 0 or team = any(:teams))
				and (:text::text is null or number = :named or title ilike :text
					or exists (select 1 from jsonb_each_text(labels) label where label.value ilike :text))
				order by number desc limit :limit
				""")
			.param("statuses", search.statuses().stream().map(Enum::name).toArray(String[]::new))
			.param("severities", search.severities().stream().map(Enum::name).toArray(String[]::new))
			.param("teams", search.teams().toArray(String[]::new))
			.param("text", search.pattern())
			.param("named", search.number())
			.param("viewer", search.viewer())
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

	Optional<Incident> claimDue(UUID id, Instant now) {
		return this.jdbc.sql("select * from incident where id = :id and due_at <= :now for update skip locked")
			.param("id", id)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.query(this::incident)
			.optional();
	}

	Optional<Instant> nextDue() {
		return this.jdbc.sql("select due_at from incident where due_at is not null order by due_at limit 1")
			.query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
			.optional();
	}

	private List<Incident> due(Instant now, int limit, String lock) {
		return this.jdbc.sql("""
				select * from incident where due_at <= :now
				order by due_at limit :limit
				""" + lock)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query(this::incident)
			.list();
	}

	/**
	 * Who may know of an incident that is known by its number.
	 */
	Optional<Visibility> visibility(long number) {
		return this.jdbc.sql("select private, people from incident where number = :number")
			.param("number", number)
			.query((row, _) -> new Visibility(row.getBoolean("private"),
					this.json.readValue(row.getString("people"), PEOPLE)))
			.optional();
	}

	Set<Long> hidden(Collection<Long> numbers, @Nullable String person) {
		return Set.copyOf(this.jdbc.sql("""
				select number from incident where number = any(:numbers) and private
				and not people @> jsonb_build_array(jsonb_build_object('person', coalesce(:person::text, '')))
				""").param("numbers", numbers.toArray(Long[]::new)).param("person", person).query(Long.class).list());
	}

	void writePeople(Incident incident) {
		this.jdbc.sql("update incident set people = :people::jsonb where id = :id")
			.param("people", this.json.writeValueAsString(incident.visibility.people()))
			.param("id", incident.id)
			.update();
	}

	/**
	 * Takes the next numbers for new incidents.
	 */
	List<Long> numbers(int count) {
		return this.jdbc
			.sql("select nextval(pg_get_serial_sequence('incident', 'number')) from generate_series(1, :count)")
			.param("count", count)
			.query(Long.class)
			.list();
	}

	void insert(List<Incident> incidents) {
		write("""
				insert into incident overriding system value
				select * from json_populate_recordset(null::incident, :rows::json)
				""", incidents);
	}

	void update(List<Incident> incidents) {
		write("""
				update incident set integration = r.integration, title = r.title, group_count = r.group_count,
					group_hash = r.group_hash, group_labels = r.group_labels, status = r.status,
					severity = r.severity, severity_reason = r.severity_reason, team = r.team, labels = r.labels,
					annotations = r.annotations, firing = r.firing, hidden = r.hidden,
					severity_rules_version_id = r.severity_rules_version_id, policy_version_id = r.policy_version_id,
					runbook_state = r.runbook_state, runbooks = r.runbooks, run = r.run,
					run_started_at = r.run_started_at, cycle = r.cycle, step = r.step, due_at = r.due_at,
					idle_reason = r.idle_reason, acknowledged_at = r.acknowledged_at,
					acknowledged_by = r.acknowledged_by, resolved_at = r.resolved_at, resolved_by = r.resolved_by,
					snoozed_until = r.snoozed_until, phase = r.phase, identified_at = r.identified_at,
					mitigated_at = r.mitigated_at, closed_at = r.closed_at, closed_by = r.closed_by,
					outcome = r.outcome, merged_into = r.merged_into, business_impact = r.business_impact,
					impact = r.impact, impact_started_at = r.impact_started_at, private = r.private, people = r.people,
					severity_set_by = r.severity_set_by,
					ruled_severity = r.ruled_severity, ruled_reason = r.ruled_reason, paused_at = r.paused_at, again = r.again, repage = r.repage,
					skipped = r.skipped,
					policies = r.policies
				from json_populate_recordset(null::incident, :rows::json) r
				where incident.id = r.id
				""",
				incidents);
	}

	private void write(String sql, List<Incident> incidents) {
		if (!incidents.isEmpty()) {
			this.jdbc.sql(sql)
				.param("rows", this.json.writeValueAsString(incidents.stream().map(IncidentRow::of).toList()))
				.update();
		}
	}

	/**
	 * Makes room in the groups of incidents that are about to be written with others.
	 */
	void leaveGroups(List<UUID> ids) {
		if (!ids.isEmpty()) {
			this.jdbc.sql("update incident set group_hash = id::text where id = any(:ids)")
				.param("ids", ids.toArray(UUID[]::new))
				.update();
		}
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
				row.getString("idle_reason"), time(row, "paused_at"), new EscalationClock.Told(row.getInt("again"),
						row.getBoolean("repage"), this.json.readValue(row.getString("skipped"), POSITIONS)));
		incident.team = row.getString("team");
		incident.firing = row.getInt("firing");
		incident.hidden = row.getInt("hidden");
		incident.groupCount = row.getInt("group_count");
		incident.rulesVersionId = row.getObject("severity_rules_version_id", UUID.class);
		incident.policyVersionId = row.getObject("policy_version_id", UUID.class);
		incident.runbookState = RunbookState.valueOf(row.getString("runbook_state"));
		incident.runbooks = this.json.readValue(row.getString("runbooks"), LINKS);
		incident.acknowledgedAt = time(row, "acknowledged_at");
		incident.acknowledgedBy = row.getString("acknowledged_by");
		incident.resolvedAt = time(row, "resolved_at");
		incident.resolvedBy = row.getString("resolved_by");
		readState(incident, row);
		return incident;
	}

	private void readState(Incident incident, ResultSet row) throws SQLException {
		incident.policies = this.json.readValue(row.getString("policies"), VERSIONS);
		incident.snoozedUntil = time(row, "snoozed_until");
		String phase = row.getString("phase");
		incident.phase = (phase != null) ? IncidentPhase.valueOf(phase) : null;
		incident.identifiedAt = time(row, "identified_at");
		incident.mitigatedAt = time(row, "mitigated_at");
		incident.closedAt = time(row, "closed_at");
		incident.closedBy = row.getString("closed_by");
		String outcome = row.getString("outcome");
		incident.outcome = (outcome != null) ? Outcome.valueOf(outcome) : null;
		incident.mergedInto = row.getObject("merged_into", UUID.class);
		incident.splitFrom = row.getObject("split_from", UUID.class);
		incident.declaredBy = row.getString("declared_by");
		incident.declaredFrom = row.getObject("declared_from", UUID.class);
		incident.impact = new Impact(row.getBoolean("business_impact"), row.getString("impact"),
				time(row, "impact_started_at"));
		incident.visibility = new Visibility(row.getBoolean("private"),
				this.json.readValue(row.getString("people"), PEOPLE));
		incident.severitySetBy = row.getString("severity_set_by");
		String ruled = row.getString("ruled_severity");
		incident.ruled = (ruled != null) ? new Assessment(Severity.valueOf(ruled), row.getString("ruled_reason"))
				: null;
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

}
