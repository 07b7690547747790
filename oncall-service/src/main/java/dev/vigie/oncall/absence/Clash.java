package dev.vigie.oncall.absence;

import java.util.List;
import java.util.Set;

import dev.vigie.oncall.schedule.Shift;
import dev.vigie.oncall.span.Span;

/**
 * Somebody is away and on call.
 *
 * @param shift of theirs
 * @param span the part of it in which they are away, and that is to come
 * @param colleagues who takes turns with them
 */
record Clash(String schedule, Shift shift, Span span, Set<String> colleagues) {

	Clash {
		colleagues = Set.copyOf(colleagues);
	}

	/**
	 * A clash and who could take the shift.
	 *
	 * @param candidates whoever has had the least first
	 */
	record Proposal(Clash clash, List<Candidate> candidates) {

		Proposal {
			candidates = List.copyOf(candidates);
		}

	}

	/**
	 * Somebody who could take it.
	 *
	 * @param hours what they are on call in the four weeks before and after, with what
	 * was proposed for them already
	 */
	record Candidate(String person, double hours) {
	}

}
