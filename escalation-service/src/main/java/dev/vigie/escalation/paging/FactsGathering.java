package dev.vigie.escalation.paging;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.incident.RunbookLink;
import dev.vigie.escalation.page.PageFacts;
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

	FactsGathering(IncidentReading incidents, RunbookAttaching runbooks) {
		this.incidents = incidents;
		this.runbooks = runbooks;
	}

	/**
	 * Keeps the runbooks of these incidents, and reads at once what pages tell of their
	 * alerts.
	 */
	Preparation gather(List<DueIncident> due, Preparation preparation) {
		this.runbooks.attach(due, preparation);
		return preparation.with(this.incidents.alerts(due.stream().map(DueIncident::id).toList(), MOST_ALERTS));
	}

	PageFacts of(DueIncident incident, Preparation preparation, @Nullable NextFact next) {
		List<RunbookLink> known = RunbookAttaching.of(incident, preparation);
		List<RunbookFact> links = (known == null) ? null
				: known.stream().map((link) -> new RunbookFact(link.title(), link.url(), link.reason())).toList();
		return new PageFacts(incident.number(), incident.title(), incident.severity(), incident.severityReason(),
				incident.team(), incident.facts().integration(), incident.groupLabels(),
				preparation.alerts().getOrDefault(incident.id(), List.of()), incident.facts().firing(), links, next);
	}

	static @Nullable NextFact next(EscalationPlan plan, Turn turn) {
		if (turn.dueAt() == null) {
			return null;
		}
		List<String> targets = plan.steps().get(turn.next().step()).targets().stream().map(Target::text).toList();
		return new NextFact(turn.dueAt(), targets);
	}

}
