package dev.vigie.escalation.paging;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.page.PageFacts;
import dev.vigie.escalation.page.PageFacts.NextFact;
import dev.vigie.escalation.page.PageRequest;
import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.EscalationPlan.Stage;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.roster.RosterView;

/**
 * Queues the pages of the steps that are due. Runs in the transaction of {@link Steps}.
 */
@Component
class StepPaging {

	private final Recipients recipients;

	private final FactsGathering facts;

	private final Queueing queueing;

	private final LastResort lastResort;

	private final PagingLines lines;

	StepPaging(Recipients recipients, FactsGathering facts, Queueing queueing, LastResort lastResort,
			PagingLines lines) {
		this.recipients = recipients;
		this.facts = facts;
		this.queueing = queueing;
		this.lastResort = lastResort;
		this.lines = lines;
	}

	/**
	 * Reads what the pages of all these incidents will tell.
	 */
	Preparation gather(List<DueIncident> due, Preparation preparation) {
		return this.facts.gather(due, preparation);
	}

	void page(DueIncident incident, Stage.Notify stage, @Nullable NextFact next, Preparation preparation) {
		PageFacts facts = this.facts.of(incident, preparation, next);
		RosterView roster = preparation.roster();
		this.lines.rosterUsed(incident.id(), roster);
		for (DueStep due : stage.due()) {
			PageRequest.At at = new PageRequest.At(incident.id(), incident.run(), due.cycle(), due.step().index());
			this.lines.add(incident.id(), "STEP_STARTED",
					Map.of("step", String.valueOf(at.step() + 1), "cycle", String.valueOf(at.cycle() + 1)));
			due.step().targets().forEach((target) -> tell(at, target, facts, preparation));
		}
	}

	void sayExhausted(DueIncident incident) {
		this.lines.add(incident.id(), "POLICY_EXHAUSTED", Map.of());
	}

	/**
	 * No policy says who is told, so the installation's fallback is.
	 */
	void pageInstallation(DueIncident incident, Preparation preparation) {
		PageRequest.At at = new PageRequest.At(incident.id(), incident.run(), incident.position().cycle(),
				incident.position().step());
		this.lastResort.tellInstallation(at, this.facts.of(incident, preparation, null), "no policy");
	}

	private void tell(PageRequest.At at, Target target, PageFacts facts, Preparation preparation) {
		List<Recipient> found = this.recipients.of(target, preparation.roster(), preparation.at());
		if (found.isEmpty()) {
			this.lines.add(at.incidentId(), "TARGET_EMPTY",
					Map.of("target", target.text(), "step", String.valueOf(at.step() + 1)));
			this.lastResort.tell(at, facts, preparation.roster(), target.text());
		}
		found.forEach((recipient) -> this.queueing.page(at, target.text(), recipient, facts));
	}

}
