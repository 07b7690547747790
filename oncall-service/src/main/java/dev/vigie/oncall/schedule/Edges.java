package dev.vigie.oncall.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.vigie.oncall.span.Span;

/**
 * Follows the pieces that a question cuts beyond its edges, further at each step, as far
 * as they go. What lies there is laid out once for all of them.
 */
final class Edges {

	// Beyond the longest of common turns, a week, so that one look is enough; a shorter
	// turn is looked at no further than it goes.
	private static final Duration STEP = Duration.ofDays(8);

	private final Span asked;

	private final Function<Span, List<Piece>> plan;

	private final Map<Span, List<Piece>> beyond = new HashMap<>();

	/**
	 * The edges of a question.
	 * @param plan lays out the pieces of a span
	 */
	Edges(Span asked, Function<Span, List<Piece>> plan) {
		this.asked = asked;
		this.plan = plan;
	}

	/**
	 * The piece with what is before the question: one that begins where the question does
	 * may have begun earlier.
	 */
	Piece begun(Piece piece) {
		Piece begun = piece;
		Instant known = this.asked.start();
		for (Duration step = STEP; begun.mayHaveBegunBefore(known); step = step.multipliedBy(2)) {
			Piece so = begun;
			Instant from = later(known.minus(step), begun.first().start());
			Optional<Piece> before = pieces(new Span(from, known)).stream()
				.filter((other) -> other.goesOnIn(so))
				.findFirst();
			if (before.isEmpty()) {
				break;
			}
			begun = before.get().joined(begun);
			known = from;
		}
		return begun;
	}

	/**
	 * The piece with what comes after the question.
	 */
	Piece ended(Piece piece) {
		Piece ended = piece;
		Instant known = this.asked.end();
		for (Duration step = STEP; ended.mayGoOnAfter(known); step = step.multipliedBy(2)) {
			Piece so = ended;
			Instant to = earlier(known.plus(step), ended.last().end());
			Optional<Piece> after = pieces(new Span(known, to)).stream().filter(so::goesOnIn).findFirst();
			if (after.isEmpty()) {
				break;
			}
			ended = ended.joined(after.get());
			known = to;
		}
		return ended;
	}

	private List<Piece> pieces(Span span) {
		return this.beyond.computeIfAbsent(span, this.plan);
	}

	private static Instant later(Instant a, Instant b) {
		return a.isAfter(b) ? a : b;
	}

	private static Instant earlier(Instant a, Instant b) {
		return a.isBefore(b) ? a : b;
	}

}
