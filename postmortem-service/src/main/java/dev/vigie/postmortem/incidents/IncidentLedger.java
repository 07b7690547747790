package dev.vigie.postmortem.incidents;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down what the feed tells: a statement for each table, however much it is.
 */
@Component
class IncidentLedger {

	private static final String KEEP_STATES = """
			insert into incident (number, title, status, severity, highest_severity, team, integration, group_labels,
				labels, triggered_at, acknowledged_at, acknowledged_by, resolved_at, resolved_by, visible_to, position)
			select number, title, status, severity, highest_severity, team, integration, group_labels,
				labels, triggered_at, acknowledged_at, acknowledged_by, resolved_at, resolved_by, visible_to, position
			from json_populate_recordset(null::incident, :states::json)
			order by number
			on conflict (number) do update set
				title = excluded.title, status = excluded.status, severity = excluded.severity,
				team = excluded.team, integration = excluded.integration, group_labels = excluded.group_labels,
				labels = excluded.labels, triggered_at = excluded.triggered_at,
				acknowledged_at = excluded.acknowledged_at, acknowledged_by = excluded.acknowledged_by,
				resolved_at = excluded.resolved_at, resolved_by = excluded.resolved_by, visible_to = excluded.visible_to,
				position = excluded.position
			where incident.position < excluded.position
			""";

	private final JdbcClient jdbc;

	private final JsonMapper json;

	IncidentLedger(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Keeps changes, each known by its position in the feed; one that is known already
	 * changes nothing.
	 * @return the numbers of the incidents of which something was new
	 */
	Set<Long> keep(Map<Long, IncidentChange> changes) {
		Map<Long, State> states = new LinkedHashMap<>();
		changes.forEach((position, change) -> states.merge(change.incident().number(),
				State.of(position, change.incident()), State::then));
		keepStates(states.values());
		return keepEntries(
				changes.entrySet().stream().map((change) -> Entry.of(change.getKey(), change.getValue())).toList());
	}

	// An earlier event that comes late may still tell the highest severity, and P1 sorts
	// before P5.
	private void keepStates(Collection<State> states) {
		String rows = this.json.writeValueAsString(states);
		this.jdbc.sql(KEEP_STATES).param("states", rows).update();
		this.jdbc.sql("""
				update incident set highest_severity = told.highest_severity
				from json_populate_recordset(null::incident, :states::json) told
				where incident.number = told.number
				and (incident.highest_severity is null or incident.highest_severity > told.highest_severity)
				""").param("states", rows).update();
	}

	private Set<Long> keepEntries(List<Entry> entries) {
		return new HashSet<>(this.jdbc
			.sql("""
					insert into incident_entry (incident_number, id, occurred_at, recorded_at, position, code, actor, params,
						text_en, text_fr)
					select incident_number, id, occurred_at, recorded_at, position, code, actor, params, text_en, text_fr
					from json_populate_recordset(null::incident_entry, :entries::json)
					on conflict do nothing
					returning incident_number
					""")
			.param("entries", this.json.writeValueAsString(entries))
			.query(Long.class)
			.list());
	}

	/**
	 * A row of {@code incident}.
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record State(long number, String title, String status, @Nullable String severity, @Nullable String highestSeverity,
			@Nullable String team, @Nullable String integration, Map<String, String> groupLabels,
			Map<String, String> labels, Instant triggeredAt, @Nullable Instant acknowledgedAt,
			@Nullable String acknowledgedBy, @Nullable Instant resolvedAt, @Nullable String resolvedBy,
			@Nullable List<String> visibleTo, long position) {

		static State of(long position, IncidentChange.IncidentState of) {
			return new State(of.number(), of.title(), of.status().toLowerCase(Locale.ROOT), of.severity(),
					of.severity(), of.team(), of.integration(), Objects.requireNonNullElse(of.groupLabels(), Map.of()),
					Objects.requireNonNullElse(of.labels(), Map.of()), of.triggeredAt(), of.acknowledgedAt(),
					of.acknowledgedBy(), of.resolvedAt(), of.resolvedBy(), of.visibleTo(), position);
		}

		/**
		 * The later of two states, with the worse severity of both.
		 */
		State then(State next) {
			State last = (next.position > this.position) ? next : this;
			return new State(last.number, last.title, last.status, last.severity,
					worse(this.highestSeverity, next.highestSeverity), last.team, last.integration, last.groupLabels,
					last.labels, last.triggeredAt, last.acknowledgedAt, last.acknowledgedBy, last.resolvedAt,
					last.resolvedBy, last.visibleTo, last.position);
		}

		private static @Nullable String worse(@Nullable String one, @Nullable String other) {
			if (one == null || other == null) {
				return (one != null) ? one : other;
			}
			return (one.compareTo(other) <= 0) ? one : other;
		}

	}

	/**
	 * A row of {@code incident_entry}.
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Entry(long incidentNumber, String id, Instant occurredAt, Instant recordedAt, long position, String code,
			@Nullable String actor, Map<String, @Nullable Object> params, @Nullable String textEn,
			@Nullable String textFr) {

		static Entry of(long position, IncidentChange change) {
			IncidentChange.Entry entry = change.entry();
			return new Entry(change.incident().number(), entry.id(), entry.occurredAt(), entry.recordedAt(), position,
					entry.code(), entry.actor(), Objects.requireNonNullElse(entry.params(), Map.of()),
					entry.text(Language.EN), entry.text(Language.FR));
		}

	}

}
