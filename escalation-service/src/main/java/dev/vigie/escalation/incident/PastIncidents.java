package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.condition.Facts;
import dev.vigie.escalation.condition.Said;

/**
 * The incidents of a time that is over, with all alerts they ever held: for trying what
 * would have been. Private ones are left out.
 */
@Component
public class PastIncidents {

	private static final int MOST_ALERTS = 1000;

	private static final TypeReference<List<Said>> ALERTS = new TypeReference<>() {
	};

	private static final TypeReference<Map<String, UUID>> VERSIONS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	PastIncidents(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Those that were triggered in {@code [from, to)}, the oldest first.
	 */
	@Transactional(readOnly = true)
	public List<Past> between(Instant from, Instant to, int limit) {
		return this.jdbc
			.sql("""
					select i.*, told.quiet_at, said.alerts from incident i
					left join lateral (
						select min(occurred_at) as quiet_at from timeline_entry
						where incident_id = i.id and code in ('ACKNOWLEDGED', 'RESOLVED', 'SNOOZED', 'CANCELLED', 'MERGED')) told on true
					left join lateral (
						select coalesce(json_agg(json_build_object('labels', labels, 'annotations', annotations)), '[]') as alerts
						from (select labels, annotations from incident_alert where incident_id = i.id
							order by joined_at, fingerprint limit :alerts) first_alerts) said on true
					where i.triggered_at >= :from and i.triggered_at < :to and not i.private
					order by i.number limit :limit
					""")
			.param("alerts", MOST_ALERTS)
			.param("from", from.atOffset(ZoneOffset.UTC))
			.param("to", to.atOffset(ZoneOffset.UTC))
			.param("limit", limit)
			.query((row, _) -> new Past(row.getLong("number"), row.getString("title"), row.getString("team"),
					row.getObject("triggered_at", OffsetDateTime.class).toInstant(), Incidents.time(row, "quiet_at"),
					facts(row.getString("alerts"), row.getString("integration"), row.getString("team")),
					row.getObject("severity_rules_version_id", UUID.class),
					new DueIncident.Plan(row.getObject("policy_version_id", UUID.class),
							this.json.readValue(row.getString("policies"), VERSIONS))))
			.list();
	}

	private Facts facts(String alerts, String integration, @Nullable String team) {
		return Facts.of(this.json.readValue(alerts, ALERTS), integration, (team != null) ? team : "");
	}

	/**
	 * An incident as it was.
	 *
	 * @param quietAt when somebody first did something about it, or its alerts ended
	 * @param facts what all its alerts come to together
	 * @param rules the version of the rules it began with
	 * @param plan the versions of the policies it began with
	 */
	public record Past(long number, String title, @Nullable String team, Instant triggeredAt, @Nullable Instant quietAt,
			Facts facts, @Nullable UUID rules, DueIncident.Plan plan) {
	}

}
