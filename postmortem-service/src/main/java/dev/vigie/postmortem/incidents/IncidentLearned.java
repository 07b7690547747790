package dev.vigie.postmortem.incidents;

import java.util.Set;

/**
 * Something new is known about incidents; heard in the transaction that keeps it.
 *
 * @param numbers the incidents' numbers
 */
public record IncidentLearned(Set<Long> numbers) {

	public IncidentLearned {
		numbers = Set.copyOf(numbers);
	}

}
