package dev.vigie.escalation.handoff;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.roster.Rota;
import dev.vigie.escalation.roster.Rota.Turn;

/**
 * Finds the moments at which somebody comes on call who was not.
 */
final class ShiftChanges {

	private final String schedule;

	private final String role;

	private final List<Turn> turns;

	private ShiftChanges(String schedule, String role, List<Turn> turns) {
		this.schedule = schedule;
		this.role = role;
		this.turns = turns;
	}

	/**
	 * The changes of a schedule in {@code (after, upTo]}, in order. What was on call
	 * right before {@code after} must be among its turns.
	 */
	static List<ShiftChange> of(Rota rota, Instant after, Instant upTo) {
		Map<String, List<Turn>> byRole = rota.turns()
			.stream()
			.collect(Collectors.groupingBy(Turn::role, TreeMap::new, Collectors.toList()));
		return byRole.entrySet()
			.stream()
			.map((role) -> new ShiftChanges(rota.schedule(), role.getKey(), role.getValue()))
			.flatMap((changes) -> changes.in(after, upTo))
			.sorted(Comparator.comparing(ShiftChange::at))
			.toList();
	}

	private Stream<ShiftChange> in(Instant after, Instant upTo) {
		return this.turns.stream()
			.map(Turn::start)
			.filter((start) -> start.isAfter(after) && !start.isAfter(upTo))
			.distinct()
			.flatMap((start) -> at(start).stream());
	}

	private Optional<ShiftChange> at(Instant at) {
		List<String> before = people((turn) -> turn.start().isBefore(at) && !turn.end().isBefore(at));
		List<String> now = people((turn) -> !turn.start().isAfter(at) && turn.end().isAfter(at));
		List<String> incoming = now.stream().filter((person) -> !before.contains(person)).toList();
		if (incoming.isEmpty()) {
			return Optional.empty();
		}
		List<String> outgoing = before.stream().filter((person) -> !now.contains(person)).toList();
		Instant until = incoming.stream().map((person) -> until(person, at)).max(Comparator.naturalOrder()).orElse(at);
		return Optional
			.of(new ShiftChange(this.schedule, this.role, at, outgoing, incoming, since(outgoing, at), until));
	}

	private List<String> people(Predicate<Turn> which) {
		return this.turns.stream().filter(which).map(Turn::person).distinct().sorted().toList();
	}

	private @Nullable Instant since(List<String> people, Instant at) {
		return people.stream().map((person) -> since(person, at)).min(Comparator.naturalOrder()).orElse(null);
	}

	// A stretch may be made of several turns that touch.
	private Instant since(String person, Instant at) {
		Instant since = at;
		for (Optional<Instant> earlier = Optional.of(at); earlier.isPresent();) {
			Instant known = earlier.get();
			since = known;
			earlier = of(person).filter((turn) -> turn.start().isBefore(known) && !turn.end().isBefore(known))
				.map(Turn::start)
				.min(Comparator.naturalOrder());
		}
		return since;
	}

	private Instant until(String person, Instant at) {
		Instant until = at;
		for (Optional<Instant> later = Optional.of(at); later.isPresent();) {
			Instant known = later.get();
			until = known;
			later = of(person).filter((turn) -> !turn.start().isAfter(known) && turn.end().isAfter(known))
				.map(Turn::end)
				.max(Comparator.naturalOrder());
		}
		return until;
	}

	private Stream<Turn> of(String person) {
		return this.turns.stream().filter((turn) -> turn.person().equals(person));
	}

}
