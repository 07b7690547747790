package dev.vigie.escalation.simulation;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.AlertSender;
import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.incident.Prospects;
import dev.vigie.escalation.incident.Prospects.Prospect;
import dev.vigie.escalation.incident.ReportedAlert;
import dev.vigie.escalation.paging.Foreseen;
import dev.vigie.escalation.paging.Rehearsal;
import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.policy.EscalationPolicies;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.escalation.roster.RosterView;
import dev.vigie.escalation.severity.Assessment;
import dev.vigie.escalation.severity.Severity;
import dev.vigie.escalation.severity.SeverityRules;
import dev.vigie.escalation.simulation.SimulationController.Alert;
import dev.vigie.escalation.simulation.SimulationController.Event;
import dev.vigie.escalation.simulation.SimulationController.Outlook;
import dev.vigie.escalation.simulation.SimulationController.Question;
import dev.vigie.shared.problem.NotFound;

/**
 * Answers what would happen.
 */
@Component
class Simulation {

	private final Prospects prospects;

	private final EscalationPolicies policies;

	private final SeverityRules rules;

	private final Rehearsal rehearsal;

	private final Roster roster;

	private final InstantSource clock;

	Simulation(Prospects prospects, EscalationPolicies policies, SeverityRules rules, Rehearsal rehearsal,
			Roster roster, InstantSource clock) {
		this.rules = rules;
		this.prospects = prospects;
		this.policies = policies;
		this.rehearsal = rehearsal;
		this.roster = roster;
		this.clock = clock;
	}

	Outlook of(Question question) {
		Prospect prospect = prospect(question);
		RosterView roster = roster(question);
		Assessment assessment = assessment(question, prospect);
		DueIncident incident = prospect.incident();
		Instant from = (question.at() != null && prospect.goesOnAt() != null)
				? later(question.at(), prospect.goesOnAt()) : prospect.goesOnAt();
		List<Event> future = (from == null) ? List.of()
				: events(
						this.rehearsal.of(
								new Rehearsal.Subject(incident.id(), plans(question, incident), prospect.progress(),
										incident.facts(), assessment.severity().name(), incident.team()),
								roster, from));
		EscalationPolicies.Version policy = (draft(question) != null) ? null
				: Optional.ofNullable(incident.plan().policy()).flatMap(this.policies::describe).orElse(null);
		return new Outlook(prospect.status(), incident.title(), assessment.severity().name(), assessment.reason(),
				incident.team(), prospect.route(), (policy != null) ? policy.name() : null,
				(policy != null) ? policy.version() : null, roster.takenAt().orElse(null),
				roster.knownUntil().orElse(null), (from == null) ? idle(prospect) : null, future);
	}

	private RosterView roster(Question question) {
		Map<String, JsonNode> schedules = (question.drafts() != null) ? question.drafts().schedules() : Map.of();
		return schedules.isEmpty() ? this.roster.current() : this.roster.drafted(schedules);
	}

	private Assessment assessment(Question question, Prospect prospect) {
		JsonNode draft = (question.drafts() != null) ? question.drafts().severityRules() : null;
		DueIncident incident = prospect.incident();
		Instant at = (prospect.goesOnAt() != null) ? prospect.goesOnAt() : this.clock.instant();
		return (draft != null) ? this.rules.draft(draft, incident.facts(), at)
				: new Assessment(Severity.of(incident.severity()), incident.severityReason());
	}

	private static Instant later(Instant one, Instant other) {
		return one.isAfter(other) ? one : other;
	}

	private static String idle(Prospect prospect) {
		return prospect.status().equals("triggered") ? "All steps are done, or no policy says who is told"
				: "It is " + prospect.status();
	}

	private Prospect prospect(Question question) {
		Instant at = ((question.at() != null) ? question.at() : this.clock.instant()).truncatedTo(ChronoUnit.MICROS);
		if (question.incident() != null) {
			return this.prospects.of(question.incident(), question.impact(), at)
				.orElseThrow(() -> new NotFound("There is no incident " + question.incident()));
		}
		List<ReportedAlert> alerts = question.alerts().stream().map((alert) -> reported(alert, at)).toList();
		return this.prospects.opening(new AlertSender((question.integration() != null) ? question.integration() : "",
				question.team(), question.groupLabels(), 0), alerts, Boolean.TRUE.equals(question.impact()), at);
	}

	private static ReportedAlert reported(Alert alert, Instant at) {
		return new ReportedAlert(UUID.randomUUID().toString(), alert.labels(), alert.annotations(), at, null, null,
				null);
	}

	private static @Nullable JsonNode draft(Question question) {
		return (question.drafts() != null) ? question.drafts().escalationPolicy() : null;
	}

	private Function<String, @Nullable EscalationPlan> plans(Question question, DueIncident incident) {
		JsonNode draft = draft(question);
		if (draft != null) {
			return this.policies.draft(draft);
		}
		UUID policy = incident.plan().policy();
		return (severity) -> (policy == null) ? null
				: this.policies.plan(policy, incident.plan().others(), severity).orElse(null);
	}

	private static List<Event> events(List<Foreseen> seen) {
		List<Event> events = new ArrayList<>(seen.stream().map(Simulation::event).toList());
		events.sort(Comparator.comparing(Event::at)); // stable: as it is decided
		return events;
	}

	private static Event event(Foreseen seen) {
		return switch (seen) {
			case Foreseen.Page page -> new Event(page.at(), "page", page.telling().cycle() + 1,
					page.telling().step() + 1, page.telling().target(), page.person(), page.channel(), page.method(),
					shown(page.address()), page.reason().isEmpty() ? null : page.reason());
			case Foreseen.Skipped skipped -> new Event(skipped.at(), "skipped", skipped.cycle() + 1, skipped.step() + 1,
					null, null, null, null, null, skipped.condition());
			case Foreseen.Nobody nobody -> new Event(nobody.at(), "nobody", nobody.cycle() + 1, nobody.step() + 1,
					nobody.target(), null, null, null, null, null);
			case Foreseen.Done done -> new Event(done.at(), done.what(), done.cycle() + 1, done.step() + 1, done.with(),
					null, null, null, null, null);
			case Foreseen.Exhausted exhausted ->
				new Event(exhausted.at(), "exhausted", null, null, null, null, null, null, null, null);
		};
	}

	// The path of a webhook's address is often its key.
	private static String shown(String address) {
		if (!address.startsWith("http")) {
			return address;
		}
		URI uri = URI.create(address);
		return uri.getScheme() + "://" + uri.getAuthority();
	}

}
