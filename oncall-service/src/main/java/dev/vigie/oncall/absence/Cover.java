package dev.vigie.oncall.absence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.vigie.oncall.absence.Clash.Candidate;
import dev.vigie.oncall.absence.Clash.Proposal;
import dev.vigie.oncall.span.Span;
import dev.vigie.oncall.span.Spans;

/**
 * Finds out who could take shifts: those who take turns in them anyway, are there and not
 * on call then, whoever has the least around that time first. Each proposal reckons with
 * the ones before, so that not everything falls to one person.
 */
final class Cover {

	/**
	 * How far around a shift hours are counted.
	 */
	static final Duration AROUND = Duration.ofDays(28);

	private final Map<String, Spans> away;

	private final Map<String, List<Span>> onCall = new HashMap<>();

	/**
	 * Looks for cover.
	 * @param away when people cannot
	 * @param onCall when they are on call already, in whatever schedule
	 */
	Cover(Map<String, Spans> away, Map<String, List<Span>> onCall) {
		this.away = Map.copyOf(away);
		onCall.forEach((person, spans) -> this.onCall.put(person, new ArrayList<>(spans)));
	}

	/**
	 * The clashes in order, with proposals.
	 */
	List<Proposal> proposals(List<Clash> clashes) {
		List<Proposal> proposals = new ArrayList<>();
		for (Clash clash : clashes) {
			Proposal proposal = new Proposal(clash, candidates(clash));
			proposal.candidates()
				.stream()
				.findFirst()
				.ifPresent((first) -> this.onCall.computeIfAbsent(first.person(), (_) -> new ArrayList<>())
					.add(clash.span()));
			proposals.add(proposal);
		}
		return proposals;
	}

	private List<Candidate> candidates(Clash clash) {
		Span around = new Span(clash.span().start().minus(AROUND), clash.span().end().plus(AROUND));
		return clash.colleagues()
			.stream()
			.filter((person) -> !person.equals(clash.shift().person()) && isFree(person, clash.span()))
			.map((person) -> new Candidate(person, hours(person, around)))
			.sorted(Comparator.comparing(Candidate::hours).thenComparing(Candidate::person))
			.toList();
	}

	/**
	 * Whether somebody is there and not on call in the span.
	 */
	boolean isFree(String person, Span span) {
		return this.away.getOrDefault(person, Spans.none()).within(span).isEmpty()
				&& this.onCall.getOrDefault(person, List.of()).stream().noneMatch(span::meets);
	}

	private double hours(String person, Span around) {
		Duration sum = this.onCall.getOrDefault(person, List.of())
			.stream()
			.map((span) -> span.and(around))
			.flatMap(Optional::stream)
			.map(Span::length)
			.reduce(Duration.ZERO, Duration::plus);
		return Math.round(sum.toMinutes() / 6.0) / 10.0;
	}

}
