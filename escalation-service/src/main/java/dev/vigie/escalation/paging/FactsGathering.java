package dev.vigie.escalation.paging;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.incident.RunbookLink;
import dev.vigie.escalation.link.IncidentLink;
import dev.vigie.escalation.link.Links;
import dev.vigie.escalation.page.PageFacts;
import dev.vigie.escalation.page.PageFacts.LinkFact;
import dev.vigie.escalation.page.PageFacts.NextFact;
import dev.vigie.escalation.page.PageFacts.RunbookFact;
import dev.vigie.escalation.policy.EscalationPlan;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.policy.Turn;

/**
 * Gathers what a page tells, the runbooks included.
 */
@Component
class FactsGathering {

	private static final int MOST_ALERTS = 10;

	private final IncidentReading incidents;

	private final RunbookAttaching runbooks;

	private final Links links;

	FactsGathering(IncidentReading incidents, RunbookAttaching runbooks, Links links) {
		this.links = links;
		this.incidents = incidents;
		this.runbooks = runbooks;
	}

	/**
	 * Keeps the runbooks of these incidents, and reads at once what pages tell of their
	 * alerts.
	 */
	Preparation gather(List<DueIncident> due, Preparation preparation) {
		this.runbooks.attach(due, preparation);
		List<UUID> ids = due.stream().map(DueIncident::id).toList();
		return preparation.with(this.incidents.alerts(ids, MOST_ALERTS), this.links.of(ids));
	}

	PageFacts of(DueIncident incident, Preparation preparation, @Nullable NextFact next) {
		List<RunbookLink> known = RunbookAttaching.of(incident, preparation);
		List<RunbookFact> fitting = (known == null) ? null
				: known.stream().map((link) -> new RunbookFact(link.title(), link.url(), link.reason())).toList();
		return new PageFacts(incident.number(), incident.title(), incident.severity(), incident.severityReason(),
				incident.team(), incident.facts().integration(), incident.groupLabels(),
				preparation.alerts().getOrDefault(incident.id(), List.of()), incident.facts().firing(), fitting, next,
				preparation.links().getOrDefault(incident.id(), List.of()).stream().map(FactsGathering::fact).toList(),
				incident.isPrivate());
	}

	private static LinkFact fact(IncidentLink link) {
		return new LinkFact(link.kind().name().toLowerCase(Locale.ROOT), link.url(), link.title());
	}

	static @Nullable NextFact next(EscalationPlan plan, Turn turn) {
		if (turn.dueAt() == null) {
			return null;
		}
		List<String> targets = plan.steps().get(turn.next().step()).targets().stream().map(Target::text).toList();
		return new NextFact(turn.dueAt(), targets);
	}

}
