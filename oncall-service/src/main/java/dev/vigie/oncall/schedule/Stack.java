package dev.vigie.oncall.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import dev.vigie.oncall.rotation.Anchor;
import dev.vigie.oncall.rotation.Duty;
import dev.vigie.oncall.rotation.Holidays;
import dev.vigie.oncall.rotation.Restriction;
import dev.vigie.oncall.rotation.Rotation;
import dev.vigie.oncall.rotation.Turns;
import dev.vigie.oncall.schedule.Plan.Away;
import dev.vigie.oncall.schedule.Plan.Surroundings;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * The layers of one version: in each role a higher level covers a lower one where it has
 * anybody at all.
 */
final class Stack {

	private final ScheduleSpec spec;

	private final Map<String, Anchor> anchors;

	private final Surroundings around;

	private final Holidays holidays;

	Stack(ScheduleSpec spec, Map<String, Anchor> anchors, Surroundings around) {
		this.spec = spec;
		this.anchors = anchors;
		this.around = around;
		this.holidays = (spec.holidays() != null) ? around.almanac().of(spec.holidays()) : Holidays.NONE;
	}

	List<Piece> pieces(Span span) {
		Map<Role, TreeMap<Integer, List<Piece>>> stacks = new TreeMap<>();
		for (int i = 0; i < this.spec.layers().size(); i++) {
			Layer layer = this.spec.layers().get(i);
			int level = (layer.level() != null) ? layer.level() : i + 1;
			stacks.computeIfAbsent(layer.roleOrPrimary(), (_) -> new TreeMap<>(Comparator.reverseOrder()))
				.computeIfAbsent(level, (_) -> new ArrayList<>())
				.addAll(pieces(i, span));
		}
		return stacks.values().stream().flatMap((levels) -> visible(levels.values(), span).stream()).toList();
	}

	private static List<Piece> visible(Iterable<List<Piece>> levels, Span span) {
		List<Piece> visible = new ArrayList<>();
		Spans free = Spans.of(span);
		for (List<Piece> level : levels) {
			for (Piece piece : level) {
				free.within(piece.span()).forEach((part) -> visible.add(piece.with(part)));
			}
			free = free.minus(Spans.of(level.stream().map(Piece::span).toList()));
		}
		return visible;
	}

	private List<Piece> pieces(int index, Span span) {
		Layer layer = this.spec.layers().get(index);
		Spans open = open(layer, span);
		List<Piece> pieces = new ArrayList<>();
		for (Duty duty : duties(index, span)) {
			for (String person : duty.people()) {
				Cause cause = new Cause(Cause.Kind.LAYER, this.spec.layerName(index));
				Piece whole = new Piece(person, layer.roleOrPrimary(), duty.span(), index + 1, cause, duty.whole());
				served(whole)
					.forEach((piece) -> open.within(piece.span()).forEach((part) -> pieces.add(piece.with(part))));
			}
		}
		return pieces;
	}

	private List<Piece> served(Piece piece) {
		if (this.around.away(piece.person()).isEmpty()) {
			return List.of(piece);
		}
		List<Piece> served = new ArrayList<>();
		serve(piece, Set.of(), served);
		return served;
	}

	// What somebody who has left would have served is their successor's, or that one's
	// successor's if they have left too, or nobody's. Nobody succeeds themselves.
	private void serve(Piece piece, Set<String> gone, List<Piece> served) {
		this.around.present(piece.person(), piece.span()).forEach((part) -> served.add(piece.with(part)));
		Set<String> further = new HashSet<>(gone);
		further.add(piece.person());
		Cause cause = (piece.cause().kind() == Cause.Kind.DEPARTURE) ? piece.cause()
				: new Cause(Cause.Kind.DEPARTURE, piece.person());
		for (Away away : this.around.away(piece.person())) {
			String successor = away.takesOver();
			if (successor != null && !further.contains(successor)) {
				away.span()
					.and(piece.span())
					.ifPresent((part) -> serve(
							new Piece(successor, piece.role(), part, piece.layer(), cause, piece.first()), further,
							served));
			}
		}
	}

	private List<Duty> duties(int index, Span span) {
		Layer layer = this.spec.layers().get(index);
		Rotation rotation = layer.rotation();
		if (rotation == null) {
			return imported(String.valueOf(layer.calendar()), span);
		}
		Anchor anchor = this.anchors.getOrDefault(this.spec.layerName(index), Anchor.FIRST);
		return new Turns(rotation, this.spec.clock(), anchor).duties(span);
	}

	private List<Duty> imported(String calendar, Span span) {
		return this.around.imports()
			.getOrDefault(calendar, List.of())
			.stream()
			.flatMap((shift) -> shift.span()
				.and(span)
				.map((part) -> new Duty(List.of(shift.person()), part, 0, shift.span()))
				.stream())
			.toList();
	}

	private Spans open(Layer layer, Span span) {
		if (layer.restrictions().isEmpty()) {
			return Spans.of(span);
		}
		List<Span> open = new ArrayList<>();
		for (Restriction restriction : layer.restrictions()) {
			open.addAll(restriction.within(span, this.spec.clock(), this.holidays));
		}
		return Spans.of(open);
	}

}
