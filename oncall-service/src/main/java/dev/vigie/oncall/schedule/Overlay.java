package dev.vigie.oncall.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.schedule.Amendment.Replacement;
import dev.vigie.oncall.schedule.Amendment.Takeover;
import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * Lays amendments over the pieces that the layers gave, one after the other.
 */
final class Overlay {

	private List<Piece> pieces;

	private final Surroundings around;

	Overlay(List<Piece> pieces, Surroundings around) {
		this.pieces = List.copyOf(pieces);
		this.around = around;
	}

	List<Piece> pieces() {
		return this.pieces;
	}

	/**
	 * Lays an amendment over what there is in the span.
	 */
	void lay(Amendment amendment, Span span) {
		amendment.span().and(span).ifPresent((part) -> {
			switch (amendment) {
				case Replacement replacement -> replace(replacement, part);
				case Takeover takeover -> takeOver(takeover, part);
			}
		});
	}

	private void replace(Replacement replacement, Span part) {
		List<Piece> next = without(part, (_) -> true);
		Cause cause = new Cause(Cause.Kind.TEMPORARY, replacement.id().toString());
		for (FixedShift shift : replacement.shifts()) {
			shift.span()
				.and(part)
				.map((cut) -> this.around.present(shift.person(), cut))
				.orElse(List.of())
				.forEach((cut) -> next.add(new Piece(shift.person(), shift.role(), cut, 0, cause, shift.span())));
		}
		this.pieces = next;
	}

	// Who is not there any more takes nothing over: better the one below than nobody.
	private void takeOver(Takeover takeover, Span part) {
		this.around.present(takeover.person(), part).forEach((present) -> take(takeover, present));
	}

	private void take(Takeover takeover, Span present) {
		Cause cause = new Cause(takeover.kind(), takeover.id().toString());
		List<Span> taken = (takeover.replaces() == null) ? List.of(present) : held(takeover, present);
		List<Piece> next = without(present, (piece) -> piece.role() == takeover.role()
				&& (takeover.replaces() == null || piece.person().equals(takeover.replaces())));
		taken.forEach(
				(span) -> next.add(new Piece(takeover.person(), takeover.role(), span, 0, cause, takeover.span())));
		this.pieces = next;
	}

	private List<Span> held(Takeover takeover, Span part) {
		List<Span> held = this.pieces.stream()
			.filter((piece) -> piece.role() == takeover.role() && piece.person().equals(takeover.replaces()))
			.flatMap((piece) -> piece.span().and(part).stream())
			.toList();
		return Spans.of(held).list();
	}

	private List<Piece> without(Span gone, Predicate<Piece> which) {
		List<Piece> left = new ArrayList<>();
		for (Piece piece : this.pieces) {
			if (!which.test(piece) || !piece.span().meets(gone)) {
				left.add(piece);
				continue;
			}
			Span.between(piece.span().start(), gone.start()).ifPresent((part) -> left.add(piece.with(part)));
			Span.between(gone.end(), piece.span().end()).ifPresent((part) -> left.add(piece.with(part)));
		}
		return left;
	}

}
