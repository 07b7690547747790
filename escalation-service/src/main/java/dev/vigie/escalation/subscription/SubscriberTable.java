package dev.vigie.escalation.subscription;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who follows one incident.
 */
@Component
class SubscriberTable {

	private final JdbcClient jdbc;

	SubscriberTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Subscriber> of(UUID incidentId) {
		return this.jdbc.sql("""
				select person, channel, added_by, added_at from incident_subscriber
				where incident_id = :incident order by added_at, person, channel
				""")
			.param("incident", incidentId)
			.query((row, _) -> new Subscriber(new Stakeholder(row.getString("person"), row.getString("channel")),
					row.getString("added_by"), row.getObject("added_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/**
	 * Adds somebody who does not follow yet.
	 */
	boolean add(UUID incidentId, Subscriber subscriber) {
		return this.jdbc.sql("""
				insert into incident_subscriber (incident_id, person, channel, added_by, added_at)
				values (:incident, :person, :channel, :by, :at)
				on conflict do nothing
				""")
			.param("incident", incidentId)
			.param("person", subscriber.who().person())
			.param("channel", subscriber.who().channel())
			.param("by", subscriber.addedBy())
			.param("at", subscriber.addedAt().atOffset(ZoneOffset.UTC))
			.update() > 0;
	}

	boolean remove(UUID incidentId, Stakeholder who) {
		return this.jdbc.sql("""
				delete from incident_subscriber where incident_id = :incident
				and (person = :person::text or channel = :channel::text)
				""")
			.param("incident", incidentId)
			.param("person", who.person())
			.param("channel", who.channel())
			.update() > 0;
	}

	/**
	 * Somebody who follows an incident.
	 */
	record Subscriber(Stakeholder who, String addedBy, Instant addedAt) {
	}

}
