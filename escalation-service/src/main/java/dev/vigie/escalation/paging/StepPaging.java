package dev.vigie.escalation.paging;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.page.PageFacts;
import dev.vigie.escalation.page.PageFacts.NextFact;
import dev.vigie.escalation.page.PageRequest;
import dev.vigie.escalation.policy.EscalationPlan.DueStep;
import dev.vigie.escalation.policy.Target;
import dev.vigie.escalation.policy.When;

/**
 * Queues the pages of the steps that are due. Runs in the transaction of {@link Steps}.
 */
@Component
class StepPaging {

	private final Choosing choosing;

	private final FactsGathering facts;

	private final Queueing queueing;

	private final LastResort lastResort;

	private final PagingLines lines;

	private final RoundRobins turns;

	private final ApplicationEventPublisher events;

	StepPaging(Choosing choosing, FactsGathering facts, Queueing queueing, LastResort lastResort, PagingLines lines,
			RoundRobins turns, ApplicationEventPublisher events) {
		this.choosing = choosing;
		this.facts = facts;
		this.queueing = queueing;
		this.lastResort = lastResort;
		this.lines = lines;
		this.turns = turns;
		this.events = events;
	}

	/**
	 * Reads what the pages of all these incidents will tell, and which they have already.
	 */
	Preparation gather(List<DueIncident> due, Preparation preparation) {
		this.lines.rosterAsked(due.stream().map(DueIncident::id).toList(), preparation.roster());
		this.queueing.gather(due.stream().map((incident) -> at(incident, 0, 0)).toList());
		return this.facts.gather(due, preparation);
	}

	void page(DueIncident incident, List<DueStep> due, @Nullable NextFact next, Preparation preparation) {
		PageFacts facts = this.facts.of(incident, preparation, next);
		this.lines.rosterUsed(incident.id(), preparation.roster());
		for (DueStep step : due) {
			PageRequest.At at = at(incident, step.cycle(), step.step().index());
			this.lines.add(incident.id(), "STEP_STARTED",
					Map.of("step", String.valueOf(at.step() + 1), "cycle", String.valueOf(at.cycle() + 1)));
			tell(incident, step, at, new Told(facts, preparation));
			step.step().deeds().forEach((deed) -> this.events.publishEvent(new DeedDue(incident.id(), at, deed)));
		}
	}

	void saySkipped(DueIncident incident, DueStep step) {
		When when = step.step().when();
		this.lines.add(incident.id(), "STEP_SKIPPED", Map.of("step", String.valueOf(step.step().index() + 1), "cycle",
				String.valueOf(step.cycle() + 1), "condition", (when != null) ? when.condition() : ""));
	}

	void sayExhausted(DueIncident incident) {
		this.lines.add(incident.id(), "POLICY_EXHAUSTED", Map.of());
	}

	/**
	 * No policy says who is told, so the installation's fallback is.
	 */
	void pageInstallation(DueIncident incident, Preparation preparation) {
		PageRequest.At at = at(incident, incident.progress().position().cycle(), incident.progress().position().step());
		this.lastResort.tellInstallation(at, this.facts.of(incident, preparation, null), "no policy");
	}

	private static PageRequest.At at(DueIncident incident, int cycle, int step) {
		return new PageRequest.At(incident.id(), incident.progress().run(), incident.progress().again(), cycle, step);
	}

	private void tell(DueIncident incident, DueStep step, PageRequest.At at, Told told) {
		Choosing.Choice choice = this.choosing.of(step.step(),
				new Choosing.Moment(told.preparation().roster(), incident.severity(), told.preparation().at()),
				(turn) -> this.turns.next(turn, incident.severity()));
		for (Target target : choice.nobody()) {
			this.lines.add(at.incidentId(), "TARGET_EMPTY",
					Map.of("target", target.text(), "step", String.valueOf(at.step() + 1)));
			this.lastResort.tell(at, told.facts(), told.preparation().roster(), target.text());
		}
		choice.unavailable()
			.forEach((one) -> this.lines.unavailable(at.incidentId(), String.valueOf(one.person()), one.methods()));
		choice.told().forEach((one) -> this.queueing.page(at, one.target().text(), one.recipient(), told.facts()));
	}

	/**
	 * What is told, and by which roster.
	 */
	private record Told(PageFacts facts, Preparation preparation) {
	}

}
