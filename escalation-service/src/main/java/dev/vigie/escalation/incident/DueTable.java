package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
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
					update incident set cycle = m.cycle, step = m.step, due_at = m.due_at, idle_reason = m.idle_reason,
						skipped = m.skipped::jsonb, repage = false
					from unnest(:ids::uuid[], :cycles::int[], :steps::int[], :dueAts::text[]::timestamptz[], :reasons::text[],
						:skipped::text[]) as m (id, cycle, step, due_at, idle_reason, skipped)
					where incident.id = m.id and status = 'TRIGGERED'
					""")
			.param("ids", moves.stream().map(DueMove::incidentId).toArray(UUID[]::new))
			.param("cycles", moves.stream().map((move) -> move.next().cycle()).toArray(Integer[]::new))
			.param("steps", moves.stream().map((move) -> move.next().step()).toArray(Integer[]::new))
			.param("dueAts", moves.stream().map(DueTable::dueAt).toArray(String[]::new))
			.param("reasons", moves.stream().map(DueMove::idleReason).toArray(String[]::new))
			.param("skipped",
					moves.stream().map((move) -> this.json.writeValueAsString(move.skipped())).toArray(String[]::new))
			.update();
	}

	private static @Nullable String dueAt(DueMove move) {
		return (move.dueAt() != null) ? move.dueAt().toString() : null;
	}

	void postpone(UUID id, Instant dueAt) {
		this.jdbc.sql("update incident set due_at = :dueAt where id = :id and due_at is not null")
			.param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
			.param("id", id)
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
	 * Says of which incidents that is new.
	 */
	List<UUID> setRunbooks(Map<UUID, List<RunbookLink>> found) {
		List<Map.Entry<UUID, List<RunbookLink>>> all = List.copyOf(found.entrySet());
		return setRunbooks(all.stream().map(Map.Entry::getKey).toList(),
				all.stream().map((one) -> one.getValue().isEmpty() ? RunbookState.NONE : RunbookState.KNOWN).toList(),
				all.stream().map((one) -> this.json.writeValueAsString(one.getValue())).toList());
	}

	List<UUID> setRunbooksUnknown(Collection<UUID> ids) {
		return setRunbooks(List.copyOf(ids), Collections.nCopies(ids.size(), RunbookState.UNKNOWN),
				Collections.nCopies(ids.size(), "[]"));
	}

	private List<UUID> setRunbooks(List<UUID> ids, List<RunbookState> states, List<String> links) {
		if (ids.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				update incident set runbook_state = r.state, runbooks = r.links::jsonb
				from unnest(:ids::uuid[], :states::text[], :links::text[]) as r (id, state, links)
				where incident.id = r.id and (runbook_state <> r.state or runbooks <> r.links::jsonb)
				returning incident.id
				""")
			.param("ids", ids.toArray(UUID[]::new))
			.param("states", states.stream().map(Enum::name).toArray(String[]::new))
			.param("links", links.toArray(String[]::new))
			.query((row, _) -> row.getObject("id", UUID.class))
			.list();
	}

}
