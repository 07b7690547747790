package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.policy.EscalationPlan;

/**
 * What paging writes on an incident.
 */
@Component
class DueTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	DueTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	void move(UUID id, EscalationPlan.Position next, @Nullable Instant dueAt, @Nullable String idleReason) {
		this.jdbc.sql("""
				update incident set cycle = :cycle, step = :step, due_at = :dueAt, idle_reason = :reason
				where id = :id and status = 'TRIGGERED'
				""")
			.param("id", id)
			.param("cycle", next.cycle())
			.param("step", next.step())
			.param("dueAt", (dueAt != null) ? dueAt.atOffset(ZoneOffset.UTC) : null)
			.param("reason", idleReason)
			.update();
	}

	boolean bringForward(UUID id, Instant dueAt) {
		OffsetDateTime at = dueAt.atOffset(ZoneOffset.UTC);
		return this.jdbc.sql("""
				update incident set run_started_at = run_started_at - (due_at - :dueAt::timestamptz), due_at = :dueAt
				where id = :id and status = 'TRIGGERED' and due_at > :dueAt
				""").param("id", id).param("dueAt", at).update() > 0;
	}

	/**
	 * Says whether that is new.
	 */
	boolean setRunbooks(UUID id, RunbookState state, List<RunbookLink> links) {
		return this.jdbc.sql("""
				update incident set runbook_state = :state, runbooks = :links::jsonb
				where id = :id and (runbook_state <> :state or runbooks <> :links::jsonb)
				""")
			.param("id", id)
			.param("state", state.name())
			.param("links", this.json.writeValueAsString(links))
			.update() > 0;
	}

}
