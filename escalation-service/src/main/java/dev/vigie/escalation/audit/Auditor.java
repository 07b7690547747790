package dev.vigie.escalation.audit;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.audit.Breach.Kind;

/**
 * Looks for promises that are not kept, by the rows alone: it believes no program that
 * works on them.
 */
@Component
class Auditor {

	/**
	 * What is later than this is forgotten and not just late.
	 */
	private static final Duration TOLERANCE = Duration.ofMinutes(1);

	private final JdbcClient jdbc;

	private final InstantSource clock;

	Auditor(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * All breaches there are now.
	 */
	List<Breach> look() {
		Instant before = this.clock.instant().minus(TOLERANCE);
		return this.jdbc
			.sql("""
					select 'OVERDUE_INCIDENT' as kind, count(*) as count, min(due_at) as since,
						(array_agg(number order by due_at))[1\\:10] as incidents
					from incident where due_at < :before having count(*) > 0
					union all
					select 'FORGOTTEN_INCIDENT', count(*), null, (array_agg(number order by number))[1\\:10]
					from incident where due_at is null and (status = 'SNOOZED' or status = 'TRIGGERED' and idle_reason is null)
					having count(*) > 0
					union all
					select 'OVERDUE_PAGE', count(*), min(p.next_attempt_at), (array_agg(distinct i.number))[1\\:10]
					from page p join incident i on i.id = p.incident_id
					where p.status in ('PENDING', 'SENDING') and p.next_attempt_at < :before
					having count(*) > 0
					""")
			.param("before", before.atOffset(ZoneOffset.UTC))
			.query((row, _) -> {
				OffsetDateTime since = row.getObject("since", OffsetDateTime.class);
				return new Breach(Kind.valueOf(row.getString("kind")), row.getLong("count"),
						numbers(row.getArray("incidents")), (since != null) ? since.toInstant() : null);
			})
			.list();
	}

	private static List<Long> numbers(Array array) throws SQLException {
		return List.of((Long[]) array.getArray());
	}

}
