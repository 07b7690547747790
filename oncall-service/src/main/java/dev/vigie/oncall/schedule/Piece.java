package dev.vigie.oncall.schedule;

import java.util.Optional;

import dev.vigie.oncall.span.Span;

/**
 * A person on call for a span, not yet a whole shift.
 *
 * @param layer the layer's place, counted from 1; 0 if there is none
 * @param whole what the piece is cut from: a turn, or what was laid over the layers
 */
record Piece(String person, Role role, Span span, int layer, Cause cause, Span whole) {

	Optional<Piece> cut(Span bounds) {
		return this.span.and(bounds).map(this::with);
	}

	Piece with(Span part) {
		return new Piece(this.person, this.role, part, this.layer, this.cause, this.whole);
	}

	/**
	 * Whether the other goes on where this ends, in the same turn or in what a newer
	 * version made of it.
	 */
	boolean goesOnIn(Piece next) {
		return this.span.end().equals(next.span.start()) && this.person.equals(next.person) && this.role == next.role
				&& this.cause.equals(next.cause) && this.whole.meets(next.whole);
	}

	Piece joined(Piece next) {
		return new Piece(this.person, this.role, this.span.around(next.span), this.layer, this.cause,
				this.whole.around(next.whole));
	}

	Shift shift(String schedule) {
		return new Shift(Shift.id(schedule, this.person, this.role, this.span.start()), this.person, this.role,
				this.span.start(), this.span.end(), (this.layer > 0) ? this.layer : null, this.cause);
	}

}
