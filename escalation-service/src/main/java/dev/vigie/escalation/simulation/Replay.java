package dev.vigie.escalation.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.PastIncidents;
import dev.vigie.escalation.incident.PastIncidents.Past;
import dev.vigie.escalation.paging.Foreseen;
import dev.vigie.escalation.paging.Rehearsal;
import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.policy.EscalationPolicies;
import dev.vigie.escalation.policy.Progress;
import dev.vigie.escalation.roster.Reachable;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.escalation.severity.SeverityRules;
import dev.vigie.escalation.simulation.ReplayController.Comparison;
import dev.vigie.escalation.simulation.ReplayController.Difference;
import dev.vigie.escalation.simulation.ReplayController.Load;
import dev.vigie.escalation.simulation.ReplayController.Told;
import dev.vigie.escalation.simulation.ReplayController.Window;

/**
 * Goes through the incidents of a time that is over twice, by what they began with and by
 * drafts, until the moment when somebody in fact did something about each.
 */
@Component
class Replay {

	private static final int MOST = 5_000;

	private static final int LISTED = 500;

	private static final Duration LONGEST_POLICY = Duration.ofDays(30);

	private static final LocalTime EVENING = LocalTime.of(22, 0);

	private static final LocalTime MORNING = LocalTime.of(7, 0);

	private final PastIncidents incidents;

	private final SeverityRules rules;

	private final EscalationPolicies policies;

	private final Rehearsal rehearsal;

	private final Roster roster;

	Replay(PastIncidents incidents, SeverityRules rules, EscalationPolicies policies, Rehearsal rehearsal,
			Roster roster) {
		this.incidents = incidents;
		this.rules = rules;
		this.policies = policies;
		this.rehearsal = rehearsal;
		this.roster = roster;
	}

	Comparison of(Window window) {
		RosterView roster = this.roster.between(window.from(), later(window));
		List<Past> past = this.incidents.between(window.from(), window.to(), MOST)
			.stream()
			.filter((incident) -> window.policy() == null || window.policy().equals(policy(incident)))
			.toList();
		Drafted drafted = drafted(window);
		Tally before = new Tally(roster);
		Tally after = new Tally(roster);
		List<Difference> changed = new ArrayList<>();
		for (Past incident : past) {
			Story was = story(incident, null, roster);
			Story would = story(incident, drafted, roster);
			before.add(was.told());
			after.add(would.told());
			if (!was.equals(would)) {
				changed.add(new Difference("INC-" + incident.number(), incident.title(), incident.triggeredAt(),
						incident.quietAt(), was.severity(), would.severity(), was.told(), would.told()));
			}
		}
		return new Comparison(past.size(), past.size() == MOST, before.load(), after.load(), changed.size(),
				changed.stream().limit(LISTED).toList());
	}

	// Shifts are asked for as far as the last incident can escalate, within what one
	// question may span.
	private static Instant later(Window window) {
		return window.to().plus(Duration.ofDays(2));
	}

	private @Nullable String policy(Past incident) {
		return Optional.ofNullable(incident.plan().policy())
			.flatMap(this.policies::describe)
			.map(EscalationPolicies.Version::name)
			.orElse(null);
	}

	private Drafted drafted(Window window) {
		JsonNode policy = window.drafts().escalationPolicy();
		JsonNode rules = window.drafts().severityRules();
		return new Drafted((policy != null) ? this.policies.draft(policy) : null, (rules != null)
				? (incident) -> this.rules.draft(rules, incident.facts(), incident.triggeredAt()) : null);
	}

	private Story story(Past incident, @Nullable Drafted drafted, RosterView roster) {
		Assessment assessment = (drafted != null && drafted.rules() != null) ? drafted.rules().apply(incident)
				: assessed(incident);
		Function<String, @Nullable EscalationPlan> plans = (drafted != null && drafted.plans() != null)
				? drafted.plans() : (severity) -> plan(incident, severity);
		Instant end = (incident.quietAt() != null) ? incident.quietAt() : incident.triggeredAt().plus(LONGEST_POLICY);
		List<Told> told = this.rehearsal
			.of(new Rehearsal.Subject(null, plans, Progress.startingAt(incident.triggeredAt()), incident.facts(),
					assessment.severity().name(), incident.team()), roster, incident.triggeredAt())
			.stream()
			.flatMap((seen) -> (seen instanceof Foreseen.Page page && page.at().isBefore(end))
					? Stream.of(Told.of(page)) : Stream.empty())
			.toList();
		return new Story(assessment.severity().name(), told);
	}

	private Assessment assessed(Past incident) {
		return Optional.ofNullable(incident.rules())
			.flatMap((version) -> this.rules.assess(version, incident.facts(), incident.triggeredAt()))
			.orElse(new Assessment(Severity.P3, "no route"));
	}

	private @Nullable EscalationPlan plan(Past incident, String severity) {
		UUID policy = incident.plan().policy();
		return (policy != null) ? this.policies.plan(policy, incident.plan().others(), severity).orElse(null) : null;
	}

	/**
	 * What is tried; null where it stays as it was.
	 */
	private record Drafted(@Nullable Function<String, @Nullable EscalationPlan> plans,
			@Nullable Function<Past, Assessment> rules) {
	}

	/**
	 * What became of an incident.
	 */
	private record Story(String severity, List<Told> told) {
	}

	/**
	 * Counts who is told how often, and how often at night by their own clock.
	 */
	private static final class Tally {

		private final RosterView roster;

		private final Map<String, Integer> pages = new TreeMap<>();

		private final Map<String, Integer> nights = new TreeMap<>();

		Tally(RosterView roster) {
			this.roster = roster;
		}

		void add(List<Told> told) {
			told.forEach((one) -> this.pages.merge(one.who(), 1, Integer::sum));
			// Who is told three times in an hour is woken once.
			told.stream()
				.filter((one) -> one.person() != null && isNight(one))
				.collect(Collectors.groupingBy(Told::who))
				.keySet()
				.forEach((person) -> this.nights.merge(person, 1, Integer::sum));
		}

		private boolean isNight(Told told) {
			LocalTime local = told.at()
				.atZone(Optional.ofNullable(told.person())
					.flatMap(this.roster::person)
					.map(Reachable::zone)
					.orElse(ZoneOffset.UTC))
				.toLocalTime();
			return !local.isBefore(EVENING) || local.isBefore(MORNING);
		}

		Load load() {
			return new Load(sum(this.pages), sum(this.nights), this.pages, this.nights);
		}

		private static int sum(Map<String, Integer> counts) {
			return counts.values().stream().mapToInt(Integer::intValue).sum();
		}

	}

}
