package dev.vigie.oncall.swap;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.vigie.oncall.amendment.Takeovers;
import dev.vigie.oncall.amendment.Takeovers.Rows;
import dev.vigie.oncall.schedule.Amendments;
import dev.vigie.oncall.schedule.Cause;
import dev.vigie.oncall.span.Span;

/**
 * What accepted swaps change, laid over the schedules. A swap lies where it was asked
 * for: over what there was then, below what came later.
 */
@Component
class TakeoverTable implements Amendments {

	private static final Rows SWAPS = new Rows("swap_takeover", "swap", "requested_at", Cause.Kind.SWAP);

	private final JdbcClient jdbc;

	private final Takeovers takeovers;

	TakeoverTable(JdbcClient jdbc, Takeovers takeovers) {
		this.jdbc = jdbc;
		this.takeovers = takeovers;
	}

	@Override
	public Map<String, List<Dated>> meeting(Span span) {
		return this.takeovers.meeting(SWAPS, span);
	}

	@Override
	public List<Dated> meeting(String schedule, Span span) {
		return this.takeovers.meeting(SWAPS, schedule, span);
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
