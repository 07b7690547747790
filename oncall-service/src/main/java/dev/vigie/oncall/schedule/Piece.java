package dev.vigie.oncall.schedule;

import java.time.Instant;

import dev.vigie.oncall.span.Span;

/**
 * A person on call for a span, not yet a whole shift.
 *
 * @param layer the layer's place, counted from 1; 0 if there is none
 * @param first what its begin is cut from: a turn, or what was laid over the layers
 * @param last what its end is cut from; another than the first if pieces were joined
 */
record Piece(String person, Role role, Span span, int layer, Cause cause, Span first, Span last) {

	Piece(String person, Role role, Span span, int layer, Cause cause, Span whole) {
		this(person, role, span, layer, cause, whole, whole);
	}

	Piece with(Span part) {
		return new Piece(this.person, this.role, part, this.layer, this.cause, this.first, this.last);
	}

	/**
	 * Whether the other goes on where this ends, in the same turn or in what a newer
	 * version made of it: where they touch, neither turn is over or begins.
	 */
	boolean goesOnIn(Piece next) {
		return this.span.end().equals(next.span.start()) && this.person.equals(next.person) && this.role == next.role
				&& this.cause.equals(next.cause) && mayGoOnAfter(next.span.start())
				&& next.mayHaveBegunBefore(this.span.end());
	}

	/**
	 * Whether it begins at an instant only because nobody asked what was before.
	 */
	boolean mayHaveBegunBefore(Instant start) {
		return this.span.start().equals(start) && this.first.start().isBefore(start);
	}

	/**
	 * Whether it ends at an instant only because nobody asked what comes after.
	 */
	boolean mayGoOnAfter(Instant end) {
		return this.span.end().equals(end) && this.last.end().isAfter(end);
	}

	Piece joined(Piece next) {
		return new Piece(this.person, this.role, this.span.around(next.span), this.layer, this.cause, this.first,
				next.last);
	}

	Shift shift(String schedule) {
		return new Shift(Shift.id(schedule, this.person, this.role, this.span.start()), this.person, this.role,
				this.span.start(), this.span.end(), (this.layer > 0) ? this.layer : null, this.cause);
	}

}
