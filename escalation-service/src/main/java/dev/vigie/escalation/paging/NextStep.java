package dev.vigie.escalation.paging;

import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.Escalations;
import dev.vigie.escalation.page.Page;
import dev.vigie.escalation.page.PageFacts.NextFact;
import dev.vigie.escalation.page.PageRequest;
import dev.vigie.escalation.policy.EscalationPlan.Position;

/**
 * Brings the next step of an incident forward when a page of the last one failed.
 */
@Component
class NextStep {

	private final Escalations escalations;

	private final IncidentReading incidents;

	private final PagingLines lines;

	private final InstantSource clock;

	NextStep(Escalations escalations, IncidentReading incidents, PagingLines lines, InstantSource clock) {
		this.escalations = escalations;
		this.incidents = incidents;
		this.lines = lines;
		this.clock = clock;
	}

	/**
	 * Lets the step after this page's come now. When a later one was carried out already,
	 * others know, and nothing needs to be brought forward.
	 * @return whether a later step tells others; not when there is none
	 */
	boolean bringForward(Page page, String reason) {
		UUID incidentId = page.at().incidentId();
		Optional<Position> next = this.incidents.next(incidentId);
		if (next.isEmpty()) {
			return false;
		}
		if (follows(next.get(), page.at())) {
			this.escalations.bringForward(incidentId, this.clock.instant());
			NextFact told = page.request().facts().next();
			this.lines.fallback(incidentId, "next-step",
					(told != null) ? String.join(", ", told.targets()) : String.valueOf(next.get().step() + 1), reason);
		}
		return true;
	}

	private static boolean follows(Position next, PageRequest.At at) {
		return (next.cycle() == at.cycle()) ? next.step() == at.step() + 1
				: next.cycle() == at.cycle() + 1 && next.step() == 0;
	}

}
