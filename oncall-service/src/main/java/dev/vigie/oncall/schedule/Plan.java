package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

	private final Material.Source source;

	/**
	 * A plan.
	 * @param source gives what it is made from
	 */
	Plan(String schedule, Material.Source source) {
		this.schedule = schedule;
		this.source = source;
	}

	/**
	 * A plan of which everything is known.
	 * @param versions in order; each holds until the next
	 */
	Plan(String schedule, List<Version> versions, Surroundings around) {
		this(schedule, constant(new Material(new Span(Instant.MIN, Instant.MAX), versions, around)));
	}

	private static Material.Source constant(Material material) {
		return (_) -> material;
	}

	/**
	 * The plan without an amendment and all that lies over it.
	 */
	Plan below(UUID amendment) {
		return new Plan(this.schedule, (span) -> this.source.about(span).below(amendment));
	}

	/**
	 * The plan if another version followed the last.
	 */
	Plan with(Version next) {
		return new Plan(this.schedule, (span) -> this.source.about(span).with(next));
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
		Edges edges = new Edges(span, this::pieces);
		return shifts(pieces(span).stream().map(edges::begun).map(edges::ended));
	}

	/**
	 * Of each role the shifts that begin first after an instant, whole; none if they
	 * begin only after another.
	 */
	List<Shift> next(Instant after, Instant until) {
		Span span = new Span(after, until);
		List<Piece> later = pieces(span).stream().filter((piece) -> piece.span().start().isAfter(after)).toList();
		Map<Role, Instant> first = new EnumMap<>(Role.class);
		later.forEach((piece) -> first.merge(piece.role(), piece.span().start(), (a, b) -> a.isBefore(b) ? a : b));
		return shifts(later.stream()
			.filter((piece) -> piece.span().start().equals(first.get(piece.role())))
			.map(new Edges(span, this::pieces)::ended));
	}

	private List<Shift> shifts(Stream<Piece> pieces) {
		return pieces.map((piece) -> piece.shift(this.schedule)).sorted(ORDER).toList();
	}

	/**
	 * The shifts of a span cut to it, in order; for counting hours.
	 */
	List<Shift> cut(Span span) {
		return shifts(pieces(span).stream());
	}

	/**
	 * The roles that the schedule has at an instant.
	 */
	Set<Role> roles(Instant at) {
		return layers(at).stream().map(Layer::roleOrPrimary).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * Who takes turns in a layer at an instant, or in all layers of a role.
	 * @param layer the layer's place, counted from 1; null for all of the role
	 */
	Set<String> people(Role role, @Nullable Integer layer, Instant at) {
		List<Layer> layers = layers(at);
		Set<String> people = new TreeSet<>();
		for (int i = 0; i < layers.size(); i++) {
			Rotation rotation = layers.get(i).rotation();
			if (rotation != null && layers.get(i).roleOrPrimary() == role && (layer == null || layer == i + 1)) {
				rotation.people().forEach((slot) -> people.addAll(slot.people()));
			}
		}
		return people;
	}

	private List<Layer> layers(Instant at) {
		return this.source.about(new Span(at, at.plusNanos(1)))
			.at(at)
			.map(Version::spec)
			.map(ScheduleSpec::layers)
			.orElse(List.of());
	}

	private List<Piece> pieces(Span span) {
		Material material = this.source.about(span);
		List<Version> versions = material.versions();
		List<Piece> pieces = new ArrayList<>();
		for (int i = 0; i < versions.size(); i++) {
			Version version = versions.get(i);
			Instant end = (i + 1 < versions.size()) ? versions.get(i + 1).from() : Instant.MAX;
			ScheduleSpec spec = version.spec();
			Optional<Span> inForce = Span.between(version.from(), end).flatMap(span::and);
			if (spec != null && inForce.isPresent()) {
				pieces.addAll(new Stack(spec, version.anchors(), material.around()).pieces(inForce.get()));
			}
		}
		Overlay overlay = new Overlay(pieces, material.around());
		material.around().amendments().forEach((amendment) -> overlay.lay(amendment, span));
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
		 * The same without an amendment and all that lies over it.
		 */
		Surroundings below(UUID amendment) {
			List<Amendment> lower = this.amendments.stream()
				.takeWhile((other) -> !other.id().equals(amendment))
				.toList();
			return new Surroundings(lower, this.away, this.imports, this.almanac);
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
