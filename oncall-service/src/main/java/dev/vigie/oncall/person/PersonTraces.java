package dev.vigie.oncall.person;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.document.DocumentChanged;

/**
 * What is kept of a person themselves. Once erased they are a pseudonym that has left,
 * without any address.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // what refers to the row has followed it when others
									// look
class PersonTraces implements PersonalData {

	private final JdbcClient jdbc;

	private final People people;

	private final DepartureTable departures;

	private final InstantSource clock;

	private final ApplicationEventPublisher events;

	PersonTraces(JdbcClient jdbc, People people, DepartureTable departures, InstantSource clock,
			ApplicationEventPublisher events) {
		this.jdbc = jdbc;
		this.people = people;
		this.departures = departures;
		this.clock = clock;
		this.events = events;
	}

	@Override
	public String part() {
		return "person";
	}

	@Override
	public List<?> export(String person) {
		return this.people.findByName(person).map(Person::document).stream().toList();
	}

	@Override
	public void rename(String person, String pseudonym) {
		Instant now = this.clock.instant();
		this.jdbc.sql("delete from contact_verification where person = :person").param("person", person).update();
		// What points to the row follows it.
		this.jdbc.sql("""
				update person set name = :pseudonym, version = version + 1, erased_at = :now, spec = jsonb_build_object(
					'displayName', :pseudonym::text, 'language', 'en', 'contactMethods', '[]'::jsonb)
				where name = :person
				""")
			.param("pseudonym", pseudonym)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("person", person)
			.update();
		this.departures.rename(person, pseudonym);
		leave(pseudonym, now);
		this.events.publishEvent(new DocumentChanged(PersonDirectory.KIND, pseudonym, "erased"));
	}

	private void leave(String pseudonym, Instant now) {
		this.jdbc.sql("""
				insert into departure (id, person, left_at, reason, declared_by, declared_at, announced_at)
				values (:id, :pseudonym, :now, '', :pseudonym, :now, :now)
				on conflict (person) where returned_at is null
				do update set left_at = least(departure.left_at, excluded.left_at), announced_at = excluded.announced_at
				""")
			.param("id", UUID.randomUUID())
			.param("pseudonym", pseudonym)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

}
