package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.vigie.oncall.span.Span;

/**
 * Knows what is laid over the layers. Implemented as a bean by each feature that can
 * change who is on call.
 */
public interface Amendments {

	/**
	 * What meets the span, by schedule and in the order in which it was made.
	 */
	Map<String, List<Dated>> meeting(Span span);

	/**
	 * Those of one schedule. Who is on call now is asked most of one; a feature that
	 * keeps many amendments finds them by it.
	 */
	default List<Dated> meeting(String schedule, Span span) {
		return meeting(span).getOrDefault(schedule, List.of());
	}

	/**
	 * An amendment and when it was made: across features the later wins.
	 */
	record Dated(Instant madeAt, Amendment amendment) {
	}

}
