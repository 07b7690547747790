package dev.vigie.oncall.swap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.schedule.Amendment;
import dev.vigie.oncall.schedule.Amendments;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;

/**
 * What accepted swaps change, laid over the schedules. A swap lies where it was asked
 * for: over what there was then, below what came later.
 */
@Component
class TakeoverTable implements Amendments {

	private static final Duration LONGEST = Duration.ofDays(366);

	private final JdbcClient jdbc;

	TakeoverTable(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public Map<String, List<Dated>> meeting(Span span) {
		Map<String, List<Dated>> meeting = new HashMap<>();
		read(null, span,
				(row) -> meeting.computeIfAbsent(row.getString("schedule"), (_) -> new ArrayList<>()).add(dated(row)));
		return meeting;
	}

	@Override
	public List<Dated> meeting(String schedule, Span span) {
		List<Dated> meeting = new ArrayList<>();
		read(schedule, span, (row) -> meeting.add(dated(row)));
		return meeting;
	}

	private void read(@Nullable String schedule, Span span, RowCallbackHandler reader) {
		this.jdbc.sql("""
				select * from swap_takeover
				where %s ends_at > :from and ends_at < :last and starts_at < :to order by number, starts_at
				""".formatted((schedule != null) ? "schedule = :schedule and" : ""))
			.param("schedule", schedule)
			.param("from", span.start().atOffset(ZoneOffset.UTC))
			.param("to", span.end().atOffset(ZoneOffset.UTC))
			.param("last", span.end().plus(LONGEST).atOffset(ZoneOffset.UTC))
			.query(reader);
	}

	private static Dated dated(ResultSet row) throws SQLException {
		Span span = new Span(instant(row, "starts_at"), instant(row, "ends_at"));
		return new Dated(instant(row, "requested_at"),
				new Amendment.Takeover(row.getObject("swap", UUID.class), span, Cause.Kind.SWAP,
						Role.valueOf(row.getString("role")), row.getString("person"), row.getString("replaces")));
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	/**
	 * Lets somebody take over the parts of somebody else.
	 */
	void insert(Swap swap, String person, String replaces, List<SwapPart> parts) {
		for (SwapPart part : parts) {
			this.jdbc
				.sql("""
						insert into swap_takeover (swap, number, schedule, requested_at, person, replaces, role, starts_at, ends_at)
						values (:swap, :number, :schedule, :requestedAt, :person, :replaces, :role, :startsAt, :endsAt)
						""")
				.param("swap", swap.id())
				.param("number", swap.number())
				.param("schedule", swap.asked().schedule())
				.param("requestedAt", swap.asked().at().atOffset(ZoneOffset.UTC))
				.param("person", person)
				.param("replaces", replaces)
				.param("role", part.role().name())
				.param("startsAt", part.span().start().atOffset(ZoneOffset.UTC))
				.param("endsAt", part.span().end().atOffset(ZoneOffset.UTC))
				.update();
		}
	}

	/**
	 * Ends what the swap changes; what is past stays.
	 */
	void end(UUID swap, Instant now) {
		this.jdbc.sql("delete from swap_takeover where swap = :swap and starts_at >= :now")
			.param("swap", swap)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
		this.jdbc.sql("update swap_takeover set ends_at = :now where swap = :swap and ends_at > :now")
			.param("swap", swap)
			.param("now", now.atOffset(ZoneOffset.UTC))
			.update();
	}

}
