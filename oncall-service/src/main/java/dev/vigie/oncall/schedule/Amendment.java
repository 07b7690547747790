package dev.vigie.oncall.schedule;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.span.Span;

/**
 * Something that is laid over the layers of a schedule for a span. Later ones lie over
 * earlier ones; temporary schedules lie below all others.
 */
public sealed interface Amendment {

	UUID id();

	Span span();

	/**
	 * A person takes over.
	 *
	 * @param kind override or swap
	 * @param person who is on call instead
	 * @param replaces whose shifts are taken over; null for all, gaps included
	 */
	record Takeover(UUID id, Span span, Cause.Kind kind, Role role, String person,
			@Nullable String replaces) implements Amendment {
	}

	/**
	 * Fixed shifts replace everything.
	 */
	record Replacement(UUID id, Span span, List<FixedShift> shifts) implements Amendment {

		public Replacement {
			shifts = List.copyOf(shifts);
		}

	}

	/**
	 * A shift that no rotation gives.
	 */
	record FixedShift(Span span, Role role, String person) {
	}

}
