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
	 * An amendment and when it was made: across features the later wins.
	 */
	record Dated(Instant madeAt, Amendment amendment) {
	}

}
