package dev.vigie.escalation.paging;

import java.time.Duration;
import java.util.ArrayList;
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
import dev.vigie.escalation.policy.Telling;
import dev.vigie.escalation.policy.When;

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

	private final RoundRobins turns;

	private final ApplicationEventPublisher events;

	StepPaging(Recipients recipients, FactsGathering facts, Queueing queueing, LastResort lastResort, PagingLines lines,
			RoundRobins turns, ApplicationEventPublisher events) {
		this.recipients = recipients;
		this.facts = facts;
		this.queueing = queueing;
		this.lastResort = lastResort;
		this.lines = lines;
		this.turns = turns;
		this.events = events;
	}

	/**
	 * Reads what the pages of all these incidents will tell.
	 */
	Preparation gather(List<DueIncident> due, Preparation preparation) {
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
		List<Found> found = new ArrayList<>();
		for (Target target : step.step().targets()) {
			List<Recipient> some = this.recipients.of(target, told.preparation().roster(), told.preparation().at());
			if (some.isEmpty()) {
				this.lines.add(at.incidentId(), "TARGET_EMPTY",
						Map.of("target", target.text(), "step", String.valueOf(at.step() + 1)));
				this.lastResort.tell(at, told.facts(), told.preparation().roster(), target.text());
			}
			some.forEach((recipient) -> found.add(new Found(target, recipient)));
		}
		chosen(incident, step, found)
			.forEach((one) -> this.queueing.page(at, one.target().text(), one.recipient(), told.facts()));
	}

	private List<Found> chosen(DueIncident incident, DueStep step, List<Found> found) {
		return switch (step.step().telling()) {
			case Telling.Together _ -> found;
			case Telling.RoundRobin turn -> found.isEmpty() ? found
					: List.of(found.get((int) (this.turns.next(turn, incident.severity()) % found.size())));
			case Telling.UntilAnswered(Duration every) -> {
				List<Found> oneByOne = new ArrayList<>();
				for (Found one : found) {
					oneByOne.add(new Found(one.target(), one.recipient().after(every.multipliedBy(oneByOne.size()))));
				}
				yield oneByOne;
			}
		};
	}

	/**
	 * Somebody a target came to.
	 */
	private record Found(Target target, Recipient recipient) {
	}

	/**
	 * What is told, and by which roster.
	 */
	private record Told(PageFacts facts, Preparation preparation) {
	}

}
