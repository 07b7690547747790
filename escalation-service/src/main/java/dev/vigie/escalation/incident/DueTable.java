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

	void move(List<DueMove> moves) {
		if (moves.isEmpty()) {
			return;
		}
		this.jdbc
			.sql("""
					update incident set cycle = m.cycle, step = m.step, due_at = m.due_at, idle_reason = m.idle_reason
					from unnest(:ids::uuid[], :cycles::int[], :steps::int[], :dueAts::text[]::timestamptz[], :reasons::text[])
						as m (id, cycle, step, due_at, idle_reason)
					where incident.id = m.id and status = 'TRIGGERED'
					""")
			.param("ids", moves.stream().map(DueMove::incidentId).toArray(UUID[]::new))
			.param("cycles", moves.stream().map((move) -> move.next().cycle()).toArray(Integer[]::new))
			.param("steps", moves.stream().map((move) -> move.next().step()).toArray(Integer[]::new))
			.param("dueAts", moves.stream().map(DueTable::dueAt).toArray(String[]::new))
			.param("reasons", moves.stream().map(DueMove::idleReason).toArray(String[]::new))
			.update();
	}

	private static @Nullable String dueAt(DueMove move) {
		return (move.dueAt() != null) ? move.dueAt().toString() : null;
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
