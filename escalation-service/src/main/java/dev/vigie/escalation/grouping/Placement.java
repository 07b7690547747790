package dev.vigie.escalation.grouping;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where an alert goes that no incident holds and whose group has no open incident.
 *
 * @param <I> what stands for an incident
 */
public sealed interface Placement<I> {

	/**
	 * Decides by what is known; what people wrote in one place comes before what merely
	 * happens at the same time.
	 * @param storm the storm with this very alert counted
	 * @param stormIncident the open incident of that storm, if there is one
	 * @param alike open incidents that have alerts with the same values
	 */
	static <I> Placement<I> of(GroupingRule rule, Arriving arriving, Storm storm, @Nullable I stormIncident,
			List<Candidate<I>> alike) {
		Optional<Placement<I>> correlated = correlated(rule, arriving, alike);
		if (correlated.isPresent()) {
			return correlated.get();
		}
		if (rule.storm() == null || !storm.rages(rule.storm(), arriving.at())) {
			return new Opens<>();
		}
		return (stormIncident != null) ? new JoinsStorm<>(stormIncident) : new OpensStorm<>();
	}

	private static <I> Optional<Placement<I>> correlated(GroupingRule rule, Arriving arriving,
			List<Candidate<I>> alike) {
		Correlation correlation = rule.correlation();
		if (correlation == null) {
			return Optional.empty();
		}
		return correlation.values(arriving.labels())
			.flatMap((values) -> alike.stream()
				.filter((candidate) -> correlation.looksAt(arriving.integration(), candidate.integration()))
				.filter((candidate) -> correlation.isInTime(candidate.last(), arriving.at()))
				.max(Comparator.comparing((Candidate<I> candidate) -> candidate.last())
					.thenComparing(Candidate::number, Comparator.reverseOrder()))
				.map((candidate) -> new Correlates<>(candidate.incident(), values)));
	}

	/**
	 * It opens an incident of its own.
	 */
	record Opens<I>() implements Placement<I> {
	}

	/**
	 * It joins an incident whose alerts have the same values.
	 */
	record Correlates<I>(I incident, Map<String, String> values) implements Placement<I> {
	}

	/**
	 * It joins the incident of the storm.
	 */
	record JoinsStorm<I>(I incident) implements Placement<I> {
	}

	/**
	 * It opens the incident of the storm.
	 */
	record OpensStorm<I>() implements Placement<I> {
	}

	/**
	 * The alert that is placed.
	 *
	 * @param at when the delivery was accepted
	 */
	record Arriving(String integration, Map<String, String> labels, Instant at) {
	}

	/**
	 * An open incident that has alerts of an integration with the values that count.
	 *
	 * @param last when the last of them came
	 */
	record Candidate<I>(I incident, long number, String integration, Instant last) {
	}

}
