package dev.vigie.shared.feed;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * The rows of this program's feed.
 */
class FeedTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final String source;

	FeedTable(JdbcClient jdbc, JsonMapper json, String program) {
		this.jdbc = jdbc;
		this.json = json;
		this.source = "/" + program;
	}

	void append(List<Feed.Entry> events) {
		this.jdbc.sql("""
				with head as (
					update feed_head set position = position + :count
					returning position - :count as base, (""" + Signals.SEND + """
				))
				insert into feed_event (position, type, subject, time, data)
				select head.base + event.ordinal, event.type, event.subject, event.time, event.data::jsonb
				from head, unnest(:types::text[], :subjects::text[], :times::text[]::timestamptz[], :data::text[])
					with ordinality as event (type, subject, time, data, ordinal)
				""")
			.param("channel", Channels.FEED)
			.param("count", events.size())
			.param("types", events.stream().map(Feed.Entry::type).toArray(String[]::new))
			.param("subjects", events.stream().map(Feed.Entry::subject).toArray(String[]::new))
			.param("times", events.stream().map((event) -> event.time().toString()).toArray(String[]::new))
			.param("data", events.stream().map(Feed.Entry::json).toArray(String[]::new))
			.update();
	}

	List<FeedEvent> after(long position, int limit) {
		return this.jdbc.sql("""
				select position, type, subject, time, data from feed_event
				where position > :position order by position limit :limit
				""")
			.param("position", position)
			.param("limit", limit)
			.query((row, _) -> new FeedEvent(FeedEvent.SPEC_VERSION, row.getString("position"), row.getString("type"),
					this.source, row.getString("subject"),
					row.getObject("time", java.time.OffsetDateTime.class).toInstant(), "application/json",
					this.json.readTree(row.getString("data"))))
			.list();
	}

	/**
	 * The last position that was dropped from the feed, 0 if all of it is there.
	 */
	long dropped() {
		return this.jdbc.sql("select dropped from feed_head").query(Long.class).single();
	}

	long head() {
		return this.jdbc.sql("select position from feed_head").query(Long.class).single();
	}

	int dropBefore(Instant time, int limit) {
		return this.jdbc.sql("""
				with gone as (
					delete from feed_event where position in (
						select position from feed_event where time < :time order by position limit :limit)
					returning position
				)
				update feed_head set dropped = greatest(dropped, (select max(position) from gone))
				where exists (select 1 from gone)
				""").param("time", time.atOffset(ZoneOffset.UTC)).param("limit", limit).update();
	}

}
