package dev.vigie.oncall.erasure;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.person.PersonalData;

/**
 * What the feed has told of a person. Readers have read most of it; what stays shall not
 * name them.
 */
@Component
class FeedTraces implements PersonalData {

	private final JdbcClient jdbc;

	FeedTraces(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String part() {
		return "feed";
	}

	@Override
	public List<?> export(String person) {
		return this.jdbc.sql("""
				select position, type, subject, time from feed_event
				where subject = 'Person/' || :person or data ->> 'person' = :person order by position
				""")
			.param("person", person)
			.query((row, _) -> new Told(row.getLong(1), row.getString(2), row.getString(3),
					row.getObject(4, OffsetDateTime.class).toInstant()))
			.list();
	}

	@Override
	public void rename(String person, String pseudonym) {
		this.jdbc.sql("""
				update feed_event set subject = 'Person/' || :pseudonym,
					data = jsonb_set(data, '{name}', to_jsonb(:pseudonym::text), false)
				where subject = 'Person/' || :person
				""").param("pseudonym", pseudonym).param("person", person).update();
		this.jdbc.sql("""
				update feed_event set data = jsonb_set(data, '{person}', to_jsonb(:pseudonym::text))
				where data ->> 'person' = :person
				""").param("pseudonym", pseudonym).param("person", person).update();
	}

	/**
	 * An event of the feed.
	 */
	record Told(long position, String type, String subject, Instant time) {
	}

}
