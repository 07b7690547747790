package dev.vigie.escalation.handoff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.shared.listing.Place;

/**
 * The rows of hand-offs.
 */
@Component
class HandOffTable {

	private final JdbcClient jdbc;

	private final JsonMapper json;

	HandOffTable(JdbcClient jdbc, JsonMapper json) {
		this.jdbc = jdbc;
		this.json = json;
	}

	/**
	 * Adds the change unless it is known; waits for a replica that is adding it just now.
	 */
	boolean insert(HandOff handOff) {
		ShiftChange change = handOff.change();
		return this.jdbc.sql("""
				insert into handoff (id, schedule, role, at, outgoing, incoming, outgoing_since, until, team, since,
					announced, take_over_by, recorded_at)
				values (:id, :schedule, :role, :at, :outgoing, :incoming, :outgoingSince, :until, :team, :since,
					:announced, :takeOverBy, :recordedAt)
				on conflict do nothing
				""")
			.param("id", handOff.id())
			.param("schedule", change.schedule())
			.param("role", change.role())
			.param("at", utc(change.at()))
			.param("outgoing", change.outgoing().toArray(String[]::new))
			.param("incoming", change.incoming().toArray(String[]::new))
			.param("outgoingSince", utc(change.since()))
			.param("until", utc(change.until()))
			.param("team", handOff.team())
			.param("since", utc(handOff.since()))
			.param("announced", handOff.announced())
			.param("takeOverBy", utc(handOff.takeOverBy()))
			.param("recordedAt", utc(handOff.recordedAt()))
			.update() > 0;
	}

	void summarise(UUID id, Summary summary) {
		this.jdbc.sql("update handoff set summary = :summary::jsonb where id = :id")
			.param("summary", this.json.writeValueAsString(summary))
			.param("id", id)
			.update();
	}

	/**
	 * Whoever goes now need not take over any more.
	 */
	void endBefore(HandOff next) {
		this.jdbc.sql("""
				update handoff set over_at = :at
				where schedule = :schedule and role = :role and at < :at and incoming && :outgoing::text[]
				and taken_at is null and over_at is null
				""")
			.param("at", utc(next.change().at()))
			.param("schedule", next.change().schedule())
			.param("role", next.change().role())
			.param("outgoing", next.change().outgoing().toArray(String[]::new))
			.update();
	}

	/**
	 * The changes that are known already.
	 */
	Set<Key> known(Instant after) {
		return new HashSet<>(this.jdbc.sql("select schedule, role, at from handoff where at > :after")
			.param("after", utc(after))
			.query((row, _) -> new Key(row.getString("schedule"), row.getString("role"), instant(row, "at")))
			.list());
	}

	Optional<Instant> lastBefore(ShiftChange change) {
		return this.jdbc.sql("""
				select at from handoff where schedule = :schedule and role = :role and at < :at order by at desc limit 1
				""")
			.param("schedule", change.schedule())
			.param("role", change.role())
			.param("at", utc(change.at()))
			.query((row, _) -> instant(row, "at"))
			.optional();
	}

	Optional<Instant> lastOf(String schedule) {
		return this.jdbc.sql("select at from handoff where schedule = :schedule order by at desc limit 1")
			.param("schedule", schedule)
			.query((row, _) -> instant(row, "at"))
			.optional();
	}

	/**
	 * Those that nobody has taken over in time and nobody else was told of.
	 */
	List<UUID> overdue(Instant now) {
		return this.jdbc.sql("""
				select id from handoff
				where take_over_by <= :now and taken_at is null and overdue_at is null and over_at is null
				and until > :now
				order by take_over_by limit 100
				""").param("now", utc(now)).query((row, _) -> row.getObject("id", UUID.class)).list();
	}

	/**
	 * Marks it as overdue, unless that was done or is no longer so.
	 */
	Optional<HandOff> becomeOverdue(UUID id, Instant now) {
		return this.jdbc.sql("""
				update handoff set overdue_at = :now
				where id = :id and taken_at is null and overdue_at is null and over_at is null
				returning *
				""").param("id", id).param("now", utc(now)).query((row, _) -> handOff(row)).optional();
	}

	Optional<HandOff> lock(UUID id) {
		return this.jdbc.sql("select * from handoff where id = :id for update")
			.param("id", id)
			.query((row, _) -> handOff(row))
			.optional();
	}

	Optional<HandOff> find(UUID id) {
		return this.jdbc.sql("select * from handoff where id = :id")
			.param("id", id)
			.query((row, _) -> handOff(row))
			.optional();
	}

	void take(UUID id, HandOff.Taken taken) {
		this.jdbc.sql("update handoff set taken_at = :at, taken_by = :by where id = :id")
			.param("at", utc(taken.at()))
			.param("by", taken.by())
			.param("id", id)
			.update();
	}

	/**
	 * Before the place, the latest first.
	 * @param openAt only those that can be taken over then
	 */
	List<HandOff> list(@Nullable String schedule, @Nullable Instant openAt, @Nullable Place after, int limit) {
		return this.jdbc.sql("""
				select * from handoff
				where (:schedule::text is null or schedule = :schedule)
				and (:openAt::timestamptz is null
					or announced and taken_at is null and over_at is null and until > :openAt)
				and (:at::timestamptz is null or (at, id) < (:at::timestamptz, :id::uuid))
				order by at desc, id desc limit :limit
				""")
			.param("schedule", schedule)
			.param("openAt", utc(openAt))
			.param("at", (after != null) ? utc(after.at()) : null)
			.param("id", (after != null) ? after.id() : null)
			.param("limit", limit)
			.query((row, _) -> handOff(row))
			.list();
	}

	private HandOff handOff(ResultSet row) throws SQLException {
		ShiftChange change = new ShiftChange(row.getString("schedule"), row.getString("role"), instant(row, "at"),
				names(row, "outgoing"), names(row, "incoming"), time(row, "outgoing_since"), instant(row, "until"));
		Instant takenAt = time(row, "taken_at");
		String summary = row.getString("summary");
		return new HandOff(row.getObject("id", UUID.class), change, row.getString("team"), instant(row, "since"),
				row.getBoolean("announced"), time(row, "take_over_by"), instant(row, "recorded_at"),
				(takenAt != null) ? new HandOff.Taken(row.getString("taken_by"), takenAt) : null,
				time(row, "overdue_at"), time(row, "over_at"),
				(summary != null) ? this.json.readValue(summary, Summary.class) : null);
	}

	private static List<String> names(ResultSet row, String column) throws SQLException {
		return List.of((String[]) row.getArray(column).getArray());
	}

	private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
		return (at != null) ? at.atOffset(ZoneOffset.UTC) : null;
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
		OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
		return (time != null) ? time.toInstant() : null;
	}

	/**
	 * What makes a change the same.
	 */
	record Key(String schedule, String role, Instant at) {

		static Key of(ShiftChange change) {
			return new Key(change.schedule(), change.role(), change.at());
		}

	}

}
