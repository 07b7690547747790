package dev.vigie.oncall.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.Map;

import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * A part of time in which nobody is on call, after all layers and all that lies over
 * them.
 *
 * @param role the role that nobody has
 * @param start when the last one leaves
 * @param end when the next one comes; within the span that was asked about
 */
public record Gap(Role role, Instant start, Instant end) {

	/**
	 * The gaps of a span in the roles that the schedule has.
	 */
	static List<Gap> between(List<Shift> shifts, Iterable<Role> roles, Span span) {
		Map<Role, List<Span>> covered = new TreeMap<>();
		roles.forEach((role) -> covered.put(role, new ArrayList<>()));
		shifts.forEach((shift) -> covered.computeIfAbsent(shift.role(), (_) -> new ArrayList<>()).add(shift.span()));
		List<Gap> gaps = new ArrayList<>();
		covered.forEach((role, spans) -> Spans.of(span)
			.minus(Spans.of(spans))
			.list()
			.forEach((gap) -> gaps.add(new Gap(role, gap.start(), gap.end()))));
		return gaps;
	}

}
