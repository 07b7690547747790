package dev.vigie.escalation.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.handoff.Summary.OpenIncident;
import dev.vigie.escalation.handoff.Summary.Past;
import dev.vigie.escalation.handoff.Summary.PastIncident;

/**
 * Reads what a hand-off tells. The incidents of a schedule are those of its team, and
 * those for which whoever is on call in it was paged; private ones are for those alone
 * who are named.
 */
@Component
class SummaryReading {

	private static final int MOST = 20;

	private static final String INCIDENTS = """
			with concerned as (
				select i.* from incident i
				where not i.private and i.triggered_at < :until
				and (i.status in ('TRIGGERED', 'ACKNOWLEDGED', 'SNOOZED') or i.status = 'RESOLVED' and i.resolved_at >= :since)
				and (i.team = :team::text
					or exists (select 1 from page p where p.incident_id = i.id
						and (p.target = :target or starts_with(p.target, :target || '/')))))
			""";

	private final JdbcClient jdbc;

	private final NoteTable notes;

	private final RunningSilences silences;

	SummaryReading(JdbcClient jdbc, NoteTable notes, RunningSilences silences) {
		this.jdbc = jdbc;
		this.notes = notes;
		this.silences = silences;
	}

	/**
	 * What there is to tell now.
	 * @param rosterOf how old the schedules are, null when they could be asked
	 */
	Summary read(HandOff handOff, Instant now, @Nullable Instant rosterOf) {
		int open = asked(handOff, now, "select count(*) from concerned where status <> 'RESOLVED'").query(Integer.class)
			.single();
		return new Summary(open, (open > 0) ? open(handOff, now) : List.of(), past(handOff, now),
				this.notes.of(handOff.change().schedule(), handOff.since(), now), this.silences.of(handOff.team(), now),
				rosterOf);
	}

	private List<OpenIncident> open(HandOff handOff, Instant now) {
		return asked(handOff, now, """
				select number, title, severity, triggered_at, acknowledged_by from concerned
				where status <> 'RESOLVED' order by severity, number limit :limit
				""").param("limit", MOST)
			.query((row, _) -> new OpenIncident(row.getLong("number"), row.getString("title"),
					row.getString("severity"), instant(row, "triggered_at"), row.getString("acknowledged_by")))
			.list();
	}

	private Past past(HandOff handOff, Instant now) {
		List<PastIncident> happened = asked(handOff, now, """
				select number, title, severity, triggered_at, resolved_at from concerned
				where triggered_at >= :since or resolved_at between :since and :until
				order by number desc limit :limit
				""").param("limit", MOST)
			.query((row, _) -> new PastIncident(row.getLong("number"), row.getString("title"),
					row.getString("severity"), instant(row, "triggered_at"), time(row, "resolved_at")))
			.list()
			.reversed();
		return asked(handOff, now, """
				select count(*) filter (where triggered_at >= :since) as opened,
					count(*) filter (where resolved_at between :since and :until) as resolved,
					coalesce(sum((select count(*) from page p where p.incident_id = concerned.id
						and p.created_at between :since and :until and p.status <> 'CANCELLED')), 0) as pages
				from concerned
				""")
			.query((row, _) -> new Past(handOff.since(), row.getInt("opened"), row.getInt("resolved"),
					row.getInt("pages"), happened))
			.single();
	}

	private JdbcClient.StatementSpec asked(HandOff handOff, Instant now, String question) {
		return this.jdbc.sql(INCIDENTS + question)
			.param("since", handOff.since().atOffset(ZoneOffset.UTC))
			.param("until", now.atOffset(ZoneOffset.UTC))
			.param("team", handOff.team())
			.param("target", "onCall:" + handOff.change().schedule());
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

}
