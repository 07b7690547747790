package dev.vigie.oncall.swap;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.schedule.Role;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.swap.Swap.Asked;
import dev.vigie.oncall.swap.Swap.Stamp;

final class SwapFixtures {

	static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	static final Instant START = Instant.parse("2026-03-23T12:00:00Z");

	static final Instant END = Instant.parse("2026-03-24T12:00:00Z");

	private SwapFixtures() {
	}

	/**
	 * A day of ada's, three weeks ahead.
	 */
	static Swap requested(Swap.Kind kind, @Nullable String addressee) {
		Span span = new Span(START, END);
		return new Swap(UUID.randomUUID(), 1, new Asked("main", kind, "ada", addressee, null, span, null, NOON),
				List.of(new SwapPart(UUID.randomUUID(), Role.PRIMARY, span)), List.of(), SwapStatus.REQUESTED, null,
				new Stamp(NOON, "ada", null), false);
	}

}
