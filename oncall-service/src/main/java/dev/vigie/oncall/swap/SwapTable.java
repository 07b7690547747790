package dev.vigie.oncall.swap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.swap.Swap.Asked;
import dev.vigie.oncall.swap.Swap.Stamp;

/**
 * The rows of swaps and of the shifts that they are about.
 */
@Component
class SwapTable {

	private static final String OPEN = "status in ('REQUESTED', 'OFFERED')";

	private final JdbcClient jdbc;

	SwapTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<Swap> find(UUID id) {
		return read(this.jdbc.sql("select * from swap where id = :id").param("id", id)).stream().findFirst();
	}

	/**
	 * The same, and nobody else changes it meanwhile.
	 */
	Optional<Swap> lock(UUID id) {
		return read(this.jdbc.sql("select * from swap where id = :id for update").param("id", id)).stream().findFirst();
	}

	/**
	 * Those that come after a number, in the order in which they were made.
	 */
	List<Swap> after(long number, Filter filter, int limit) {
		return read(this.jdbc.sql("""
				select * from swap where number > :number
					and (:schedule::text is null or schedule = :schedule)
					and (:status::text is null or status = :status)
					and (:person::text is null or :person in (requester, addressee, taker))
				order by number limit :limit
				""")
			.param("number", number)
			.param("schedule", filter.schedule())
			.param("status", (filter.status() != null) ? filter.status().name() : null)
			.param("person", filter.person())
			.param("limit", limit));
	}

	/**
	 * Those that can still change who is on call, locked.
	 * @param schedule only its own, null for all
	 */
	List<Swap> lockCurrent(@Nullable String schedule, Instant now) {
		return read(this.jdbc.sql("""
				select * from swap where (:schedule::text is null or schedule = :schedule)
					and last_end > :now and (status = 'ACCEPTED' or %s)
				order by number for update
				""".formatted(OPEN)).param("schedule", schedule).param("now", now.atOffset(ZoneOffset.UTC)));
	}

	/**
	 * Those past due, locked; what another replica holds is left to it.
	 */
	List<Swap> lockDue(Instant now, int limit) {
		return read(this.jdbc.sql("""
				select * from swap where due_at <= :now and %s order by due_at limit :limit for update skip locked
				""".formatted(OPEN)).param("now", now.atOffset(ZoneOffset.UTC)).param("limit", limit));
	}

	/**
	 * Those of which people are to be reminded, locked.
	 */
	List<Swap> lockToRemind(Instant now, int limit) {
		return read(this.jdbc.sql("""
				select * from swap where remind_at <= :now and due_at > :now and status = 'REQUESTED'
				order by remind_at limit :limit for update skip locked
				""").param("now", now.atOffset(ZoneOffset.UTC)).param("limit", limit));
	}

	void remindAt(UUID id, @Nullable Instant at) {
		this.jdbc.sql("update swap set remind_at = :at where id = :id")
			.param("at", (at != null) ? at.atOffset(ZoneOffset.UTC) : null)
			.param("id", id)
			.update();
	}

	List<Swap> naming(String person) {
		return read(this.jdbc.sql("""
				select * from swap where :person in (requester, addressee, taker, changed_by) order by number
				""").param("person", person));
	}

	void insert(Swap swap) {
		Asked asked = swap.asked();
		this.jdbc
			.sql("""
					insert into swap (id, schedule, kind, requester, addressee, role, asked_from, asked_to, reason, requested_at,
						status, changed_at, changed_by, due_at, last_end, drifted)
					values (:id, :schedule, :kind, :requester, :addressee, :role, :askedFrom, :askedTo, :reason, :requestedAt,
						:status, :changedAt, :changedBy, :dueAt, :dueAt, false)
					""")
			.param("id", swap.id())
			.param("schedule", asked.schedule())
			.param("kind", asked.kind().name())
			.param("requester", asked.requester())
			.param("addressee", asked.addressee())
			.param("role", (asked.role() != null) ? asked.role().name() : null)
			.param("askedFrom", asked.span().start().atOffset(ZoneOffset.UTC))
			.param("askedTo", asked.span().end().atOffset(ZoneOffset.UTC))
			.param("reason", asked.reason())
			.param("requestedAt", asked.at().atOffset(ZoneOffset.UTC))
			.param("status", swap.status().name())
			.param("changedAt", swap.at().changedAt().atOffset(ZoneOffset.UTC))
			.param("changedBy", swap.at().by())
			.param("dueAt", swap.dueAt().atOffset(ZoneOffset.UTC))
			.update();
		insertParts(swap.id(), swap.given(), false);
	}

	void update(Swap swap) {
		List<SwapPart> all = new ArrayList<>(swap.given());
		all.addAll(swap.returned());
		Instant acceptedAt = swap.at().acceptedAt();
		this.jdbc.sql("""
				update swap set status = :status, taker = :taker, changed_at = :changedAt, changed_by = :changedBy,
					accepted_at = :acceptedAt, due_at = :dueAt, last_end = :lastEnd, drifted = :drifted
				where id = :id
				""")
			.param("id", swap.id())
			.param("status", swap.status().name())
			.param("taker", swap.taker())
			.param("changedAt", swap.at().changedAt().atOffset(ZoneOffset.UTC))
			.param("changedBy", swap.at().by())
			.param("acceptedAt", (acceptedAt != null) ? acceptedAt.atOffset(ZoneOffset.UTC) : null)
			.param("dueAt", swap.dueAt().atOffset(ZoneOffset.UTC))
			.param("lastEnd", SwapPart.end(all).atOffset(ZoneOffset.UTC))
			.param("drifted", swap.drifted())
			.update();
		this.jdbc.sql("delete from swap_part where swap = :id and returned").param("id", swap.id()).update();
		insertParts(swap.id(), swap.returned(), true);
	}

	private void insertParts(UUID swap, List<SwapPart> parts, boolean returned) {
		for (int i = 0; i < parts.size(); i++) {
			SwapPart part = parts.get(i);
			this.jdbc.sql("""
					insert into swap_part (swap, returned, position, shift, role, starts_at, ends_at)
					values (:swap, :returned, :position, :shift, :role, :startsAt, :endsAt)
					""")
				.param("swap", swap)
				.param("returned", returned)
				.param("position", i)
				.param("shift", part.shift())
				.param("role", part.role().name())
				.param("startsAt", part.span().start().atOffset(ZoneOffset.UTC))
				.param("endsAt", part.span().end().atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	private List<Swap> read(StatementSpec statement) {
		List<Swap> bare = statement.query(SwapTable::bare).list();
		Map<UUID, List<SwapPart>> given = new HashMap<>();
		Map<UUID, List<SwapPart>> returned = new HashMap<>();
		this.jdbc.sql("select * from swap_part where swap = any(:ids) order by swap, position")
			.param("ids", bare.stream().map(Swap::id).toArray(UUID[]::new))
			.query((RowCallbackHandler) (row) -> (row.getBoolean("returned") ? returned : given)
				.computeIfAbsent(row.getObject("swap", UUID.class), (_) -> new ArrayList<>())
				.add(new SwapPart(row.getObject("shift", UUID.class), Role.valueOf(row.getString("role")),
						new Span(instant(row, "starts_at"), instant(row, "ends_at")))));
		return bare.stream()
			.map((swap) -> new Swap(swap.id(), swap.number(), swap.asked(), given.getOrDefault(swap.id(), List.of()),
					returned.getOrDefault(swap.id(), List.of()), swap.status(), swap.taker(), swap.at(),
					swap.drifted()))
			.toList();
	}

	private static Swap bare(ResultSet row, int number) throws SQLException {
		String role = row.getString("role");
		OffsetDateTime acceptedAt = row.getObject("accepted_at", OffsetDateTime.class);
		Asked asked = new Asked(row.getString("schedule"), Swap.Kind.valueOf(row.getString("kind")),
				row.getString("requester"), row.getString("addressee"), (role != null) ? Role.valueOf(role) : null,
				new Span(instant(row, "asked_from"), instant(row, "asked_to")), row.getString("reason"),
				instant(row, "requested_at"));
		return new Swap(row.getObject("id", UUID.class), row.getLong("number"), asked, List.of(), List.of(),
				SwapStatus.valueOf(row.getString("status")), row.getString("taker"),
				new Stamp(instant(row, "changed_at"), row.getString("changed_by"),
						(acceptedAt != null) ? acceptedAt.toInstant() : null),
				row.getBoolean("drifted"));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * Which ones; null for any.
	 *
	 * @param person who asked, was asked or took
	 */
	record Filter(@Nullable String schedule, @Nullable SwapStatus status, @Nullable String person) {
	}

}
