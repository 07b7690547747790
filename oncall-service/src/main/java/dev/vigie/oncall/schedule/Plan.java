package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.vigie.oncall.rotation.Rotation;
import dev.vigie.oncall.schedule.Amendment.FixedShift;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * Everything that decides who is on call in one schedule: its versions, and what lies
 * over them. A shift is what is left of a turn after all of it.
 */
final class Plan {

	private static final Comparator<Shift> ORDER = Comparator.comparing(Shift::start)
		.thenComparing(Shift::role)
		.thenComparing(Shift::person);

	private final String schedule;

	private final List<Version> versions;

	private final Surroundings around;

	/**
	 * A plan.
	 * @param versions in order; each holds until the next
	 */
	Plan(String schedule, List<Version> versions, Surroundings around) {
		this.schedule = schedule;
		this.versions = List.copyOf(versions);
		this.around = around;
	}

	/**
	 * The plan without an amendment and all that lies over it.
	 */
	Plan below(UUID amendment) {
		List<Amendment> lower = this.around.amendments()
			.stream()
			.takeWhile((other) -> !other.id().equals(amendment))
			.toList();
		return new Plan(this.schedule, this.versions,
				new Surroundings(lower, this.around.away(), this.around.imports(), this.around.almanac()));
	}

	/**
	 * Who is on call at the instant.
	 */
	List<Shift> at(Instant at) {
		return shifts(new Span(at, at.plusNanos(1)));
	}

	/**
	 * The shifts that meet the span, whole, in order.
	 */
	List<Shift> shifts(Span span) {
		return pieces(span).stream()
			.map((piece) -> whole(piece, span))
			.map((piece) -> piece.shift(this.schedule))
			.sorted(ORDER)
			.toList();
	}

	// A piece that ends where the question does may go on up to the end of what it was
	// cut from.
	private Piece whole(Piece piece, Span asked) {
		boolean before = piece.span().start().equals(asked.start()) && piece.whole().start().isBefore(asked.start());
		boolean after = piece.span().end().equals(asked.end()) && piece.whole().end().isAfter(asked.end());
		if (!before && !after) {
			return piece;
		}
		Span wider = new Span(before ? piece.whole().start() : piece.span().start(),
				after ? piece.whole().end() : piece.span().end());
		return pieces(wider).stream()
			.filter((other) -> other.person().equals(piece.person()) && other.role() == piece.role()
					&& other.cause().equals(piece.cause()) && other.span().holds(piece.span().start()))
			.findFirst()
			.orElse(piece);
	}

	/**
	 * The shifts of a span cut to it, in order; for counting hours.
	 */
	List<Shift> cut(Span span) {
		return pieces(span).stream().map((piece) -> piece.shift(this.schedule)).sorted(ORDER).toList();
	}

	/**
	 * The roles that the schedule has at an instant.
	 */
	Set<Role> roles(Instant at) {
		return this.versions.stream()
			.filter((version) -> !version.from().isAfter(at))
			.reduce((_, last) -> last)
			.map(Version::spec)
			.map((spec) -> spec.layers()
				.stream()
				.map(Layer::roleOrPrimary)
				.collect(Collectors.toCollection(TreeSet::new)))
			.orElseGet(TreeSet::new);
	}

	/**
	 * Who takes turns in a layer at an instant, or in all layers of a role.
	 * @param layer the layer's place, counted from 1; null for all of the role
	 */
	Set<String> people(Role role, @Nullable Integer layer, Instant at) {
		ScheduleSpec spec = this.versions.stream()
			.filter((version) -> !version.from().isAfter(at))
			.reduce((_, last) -> last)
			.map(Version::spec)
			.orElse(null);
		Set<String> people = new TreeSet<>();
		for (int i = 0; spec != null && i < spec.layers().size(); i++) {
			Layer each = spec.layers().get(i);
			Rotation rotation = each.rotation();
			if (rotation != null && each.roleOrPrimary() == role && (layer == null || layer == i + 1)) {
				rotation.people().forEach((slot) -> people.addAll(slot.people()));
			}
		}
		return people;
	}

	private List<Piece> pieces(Span span) {
		List<Piece> pieces = new ArrayList<>();
		for (int i = 0; i < this.versions.size(); i++) {
			Version version = this.versions.get(i);
			Instant end = (i + 1 < this.versions.size()) ? this.versions.get(i + 1).from() : Instant.MAX;
			ScheduleSpec spec = version.spec();
			Optional<Span> inForce = Span.between(version.from(), end).flatMap(span::and);
			if (spec != null && inForce.isPresent()) {
				Stack stack = new Stack(spec, version.anchors(), this.around);
				stack.pieces(inForce.get()).forEach(pieces::add);
			}
		}
		Overlay overlay = new Overlay(pieces, this.around);
		this.around.amendments().forEach((amendment) -> overlay.lay(amendment, span));
		return join(overlay.pieces());
	}

	private static List<Piece> join(List<Piece> pieces) {
		Map<Object, List<Piece>> alike = new LinkedHashMap<>();
		for (Piece piece : pieces.stream().sorted(Comparator.comparing((piece) -> piece.span().start())).toList()) {
			List<Piece> line = alike.computeIfAbsent(List.of(piece.person(), piece.role(), piece.cause()),
					(_) -> new ArrayList<>());
			if (!line.isEmpty() && line.getLast().goesOnIn(piece)) {
				line.set(line.size() - 1, line.getLast().joined(piece));
			}
			else {
				line.add(piece);
			}
		}
		return alike.values().stream().flatMap(List::stream).toList();
	}

	/**
	 * What decides beside the schedule itself.
	 *
	 * @param amendments what lies over the layers, the lowest first
	 * @param away who is not there any more, and when
	 * @param imports the shifts of imported calendars, by name
	 * @param almanac whose holidays are when
	 */
	record Surroundings(List<Amendment> amendments, Map<String, List<Away>> away, Map<String, List<FixedShift>> imports,
			Almanac almanac) {

		static final Surroundings NONE = new Surroundings(List.of(), Map.of(), Map.of(), Almanac.NONE);

		Surroundings {
			amendments = List.copyOf(amendments);
			away = Map.copyOf(away);
			imports = Map.copyOf(imports);
		}

		/**
		 * The parts of a span in which somebody is there.
		 */
		List<Span> present(String person, Span span) {
			List<Span> gone = away(person).stream().map(Away::span).toList();
			return gone.isEmpty() ? List.of(span) : Spans.of(span).minus(Spans.of(gone)).list();
		}

		List<Away> away(String person) {
			return this.away.getOrDefault(person, List.of());
		}

	}

	/**
	 * Somebody has left.
	 *
	 * @param span from when on, and until they came back if they did
	 * @param takesOver who has their shifts instead, null for nobody
	 */
	record Away(Span span, @Nullable String takesOver) {
	}

}
