package dev.vigie.shared.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a reader stands in each feed, and what it had to park; in the reader's own
 * database.
 */
class FeedPlace {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	FeedPlace(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	long read(String feed) {
		return this.jdbc.sql("select position from feed_place where feed = :feed")
			.param("feed", feed)
			.query(Long.class)
			.optional()
			.orElseGet(() -> begin(feed));
	}

	private long begin(String feed) {
		this.jdbc.sql("insert into feed_place (feed, position) values (:feed, 0) on conflict do nothing")
			.param("feed", feed)
			.update();
		return 0;
	}

	/**
	 * Locks the place for this transaction if it still is where the events were fetched
	 * from and no other replica is at work on it.
	 */
	boolean hold(String feed, long expected) {
		return this.jdbc.sql("select position from feed_place where feed = :feed for update skip locked")
			.param("feed", feed)
			.query(Long.class)
			.optional()
			.filter((position) -> position == expected)
			.isPresent();
	}

	void move(String feed, long position) {
		this.jdbc.sql("update feed_place set position = :position where feed = :feed")
			.param("position", position)
			.param("feed", feed)
			.update();
	}

	Set<String> parkedSubjects(String feed) {
		return new HashSet<>(this.jdbc.sql("select distinct subject from feed_parked where feed = :feed")
			.param("feed", feed)
			.query(String.class)
			.list());
	}

	void park(String feed, FeedEvent event, String error, Instant at) {
		this.jdbc.sql("""
				insert into feed_parked (feed, position, subject, event, error, parked_at)
				values (:feed, :position, :subject, :event::jsonb, :error, :at)
				on conflict do nothing
				""")
			.param("feed", feed)
			.param("position", event.position())
			.param("subject", event.subject())
			.param("event", this.json.writeValueAsString(event))
			.param("error", error)
			.param("at", at.atOffset(ZoneOffset.UTC))
			.update();
	}

	/**
	 * Waits for the place and locks it for this transaction.
	 */
	void lock(String feed) {
		this.jdbc.sql("select position from feed_place where feed = :feed for update")
			.param("feed", feed)
			.query(Long.class)
			.optional();
	}

	Optional<FeedEvent> nextParked(String feed, Set<String> except) {
		return this.jdbc.sql("""
				select event from feed_parked where feed = :feed and subject <> all(:except::text[])
				order by position limit 1
				""")
			.param("feed", feed)
			.param("except", except.toArray(String[]::new))
			.query((row, _) -> this.json.readValue(row.getString("event"), FeedEvent.class))
			.optional();
	}

	boolean unpark(String feed, FeedEvent event) {
		return this.jdbc.sql("delete from feed_parked where feed = :feed and position = :position")
			.param("feed", feed)
			.param("position", event.position())
			.update() > 0;
	}

	long countParked(String feed) {
		return this.jdbc.sql("select count(*) from feed_parked where feed = :feed")
			.param("feed", feed)
			.query(Long.class)
			.single();
	}

}
