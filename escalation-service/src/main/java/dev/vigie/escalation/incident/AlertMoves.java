package dev.vigie.escalation.incident;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Moves alerts between incidents, and remembers where those of merged ones came from.
 */
@Component
class AlertMoves {

	/**
	 * An incident and all that were merged into it, and into those.
	 */
	private static final String FAMILY = """
			with recursive family as (
				select :incident::uuid as id
				union
				select i.id from incident i join family f on i.merged_into = f.id where i.status = 'MERGED'
			)
			""";

	private final JdbcClient jdbc;

	AlertMoves(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Moves all alerts. What both know fires if it does in either.
	 */
	int merge(UUID from, UUID into) {
		this.jdbc.sql("""
				update incident_alert t set status = s.status, labels = s.labels, annotations = s.annotations,
					starts_at = s.starts_at, ends_at = s.ends_at, generator_url = s.generator_url
				from incident_alert s
				where t.incident_id = :into and s.incident_id = :from and s.integration = t.integration
					and s.fingerprint = t.fingerprint and s.status = 'FIRING' and t.status <> 'FIRING'
				""").param("from", from).param("into", into).update();
		return this.jdbc.sql("""
				update incident_alert a set incident_id = :into, came_from = coalesce(came_from, :from)
				where incident_id = :from and not exists (select from incident_alert o
					where o.incident_id = :into and o.integration = a.integration and o.fingerprint = a.fingerprint)
				""").param("from", from).param("into", into).update();
	}

	/**
	 * What comes new of the groups goes to the other incident from now on.
	 */
	void moveGroups(UUID from, UUID into) {
		this.jdbc.sql("""
				with freed as (
					update incident_group set open = false where incident_id = :from and open returning *
				)
				insert into incident_group (incident_id, integration, group_hash, labels, kind, hidden, open, joined_at)
				select :into, integration, group_hash, labels, kind, hidden, true, joined_at from freed
				on conflict (incident_id, integration, group_hash) do update set open = true, kind = excluded.kind,
					hidden = excluded.hidden
				""").param("from", from).param("into", into).update();
	}

	/**
	 * Lets the incidents that hold its alerts give up its groups.
	 */
	void freeGroups(UUID incident, List<UUID> holders) {
		this.jdbc.sql("""
				update incident_group h set open = false
				where h.incident_id = any(:holders) and h.open and exists (select from incident_group g
					where g.incident_id = :incident and g.integration = h.integration and g.group_hash = h.group_hash)
				""").param("incident", incident).param("holders", holders.toArray(UUID[]::new)).update();
	}

	/**
	 * How many groups the incident takes new alerts of.
	 */
	int groups(UUID incident) {
		return count("select count(*) from incident_group where incident_id = :incident and open"
				+ " and kind <> 'HELD_BACK'", incident);
	}

	/**
	 * How many alerts senders hold back of its groups.
	 */
	int hidden(UUID incident) {
		return count("select coalesce(sum(hidden), 0) from incident_group where incident_id = :incident and open",
				incident);
	}

	/**
	 * Which incidents hold alerts that came from this one, or by way of it.
	 */
	List<UUID> holders(UUID incident) {
		return this.jdbc.sql(FAMILY + """
				select distinct a.incident_id from incident_alert a join family f on a.came_from = f.id
				where a.incident_id <> :incident
				""").param("incident", incident).query((row, _) -> row.getObject(1, UUID.class)).list();
	}

	/**
	 * Takes those back.
	 */
	void takeBack(UUID incident) {
		this.jdbc.sql(FAMILY + """
				update incident_alert a set incident_id = :incident, came_from = nullif(came_from, :incident)
				where came_from in (select id from family) and incident_id <> :incident
				and not exists (select from incident_alert o where o.incident_id = :incident
					and o.integration = a.integration and o.fingerprint = a.fingerprint)
				""").param("incident", incident).update();
	}

	/**
	 * Moves some alerts for good.
	 */
	void split(UUID from, UUID to, Collection<String> fingerprints) {
		this.jdbc.sql("""
				update incident_alert set incident_id = :to, came_from = null
				where incident_id = :from and fingerprint = any(:fingerprints)
				""")
			.param("from", from)
			.param("to", to)
			.param("fingerprints", fingerprints.toArray(String[]::new))
			.update();
	}

	int firing(UUID incident) {
		return count("select count(*) from incident_alert where incident_id = :incident and status = 'FIRING'",
				incident);
	}

	private int count(String question, UUID incident) {
		return this.jdbc.sql(question).param("incident", incident).query(Integer.class).single();
	}

}
