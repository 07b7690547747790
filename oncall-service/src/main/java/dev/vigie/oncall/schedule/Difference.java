package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.vigie.oncall.span.Span;

/**
 * A part of time in which others are on call than before.
 *
 * @param role in which role
 * @param start from when on
 * @param end up to and not including
 * @param before who was on call
 * @param after who is instead
 */
public record Difference(Role role, Instant start, Instant end, Set<String> before, Set<String> after) {

	public Difference {
		before = new TreeSet<>(before);
		after = new TreeSet<>(after);
	}

	/**
	 * What differs in a span, in order; touching parts with the same people are one.
	 */
	static List<Difference> between(List<Shift> before, List<Shift> after, Span span) {
		List<Difference> differences = new ArrayList<>();
		for (Role role : Role.values()) {
			Side old = new Side(before, role);
			Side now = new Side(after, role);
			TreeSet<Instant> edges = new TreeSet<>(List.of(span.start(), span.end()));
			edges.addAll(old.edges(span));
			edges.addAll(now.edges(span));
			Difference last = null;
			for (Instant edge : edges.headSet(span.end())) {
				Difference next = new Difference(role, edge, edges.higher(edge), old.at(edge), now.at(edge));
				if (next.before.equals(next.after)) {
					last = null;
					continue;
				}
				if (last != null && last.before.equals(next.before) && last.after.equals(next.after)) {
					differences.removeLast();
					next = new Difference(role, last.start, next.end, next.before, next.after);
				}
				differences.add(next);
				last = next;
			}
		}
		differences.sort((a, b) -> a.start.compareTo(b.start));
		return differences;
	}

	/**
	 * Who is on call in a role. Edges are asked for in order, and shifts come in order.
	 */
	private static final class Side {

		private final List<Shift> shifts;

		private Side(List<Shift> shifts, Role role) {
			this.shifts = shifts.stream().filter((shift) -> shift.role() == role).toList();
		}

		private List<Instant> edges(Span span) {
			List<Instant> edges = new ArrayList<>();
			this.shifts.forEach((shift) -> shift.span().and(span).ifPresent((part) -> {
				edges.add(part.start());
				edges.add(part.end());
			}));
			return edges;
		}

		private Set<String> at(Instant at) {
			Set<String> people = new TreeSet<>();
			this.shifts.stream()
				.filter((shift) -> shift.span().holds(at))
				.forEach((shift) -> people.add(shift.person()));
			return people;
		}

	}

}
