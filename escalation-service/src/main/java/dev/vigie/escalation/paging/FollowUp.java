package dev.vigie.escalation.paging;

import java.util.List;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.Escalations;
import dev.vigie.escalation.incident.IncidentAcknowledged;
import dev.vigie.escalation.incident.IncidentHidden;
import dev.vigie.escalation.incident.IncidentReopened;
import dev.vigie.escalation.incident.IncidentResolved;
import dev.vigie.escalation.incident.IncidentRestarted;
import dev.vigie.escalation.incident.IncidentSetAside;
import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.incident.PersonStruck;
import dev.vigie.escalation.page.Page;
import dev.vigie.escalation.page.PageNews;
import dev.vigie.escalation.page.Pages;

/**
 * Follows what becomes of pages and incidents, in the transaction in which it happens.
 */
@Component
class FollowUp {

	private static final int TOLD_EACH = 3;

	private final Pages pages;

	private final PagingLines lines;

	private final Fallbacks fallbacks;

	private final Escalations escalations;

	private final KnownIncidents incidents;

	FollowUp(Pages pages, PagingLines lines, Fallbacks fallbacks, Escalations escalations, KnownIncidents incidents) {
		this.incidents = incidents;
		this.pages = pages;
		this.lines = lines;
		this.fallbacks = fallbacks;
		this.escalations = escalations;
	}

	@EventListener
	void on(PageNews news) {
		switch (news) {
			case PageNews.Ending(List<Page> pages) ->
				this.escalations.lock(pages.stream().map((page) -> page.at().incidentId()).distinct().toList());
			case PageNews.Delivered(Page page) -> {
				this.lines.of("PAGE_DELIVERED", page, "");
				this.lines.goesThrough(page);
			}
			case PageNews.Cancelled(Page page) -> this.lines.of("PAGE_CANCELLED", page, "");
			case PageNews.Retrying(Page page, String reason, boolean tellSomebodyElse) -> {
				if (page.attempts() <= TOLD_EACH) { // a long outage is not told each
													// minute
					this.lines.of("PAGE_RETRYING", page, reason);
				}
				fallBack(page, reason, tellSomebodyElse);
			}
			case PageNews.Spared(Page page, String circuit, String reason, boolean tellSomebodyElse) -> {
				this.lines.spared(page.at().incidentId(), circuit);
				fallBack(page, reason, tellSomebodyElse);
			}
			case PageNews.Failed(Page page, String reason, boolean tellSomebodyElse) -> {
				this.lines.of("PAGE_FAILED", page, reason);
				fallBack(page, reason, tellSomebodyElse);
			}
		}
	}

	@EventListener
	void on(IncidentAcknowledged taken) {
		this.pages.cancel(taken.incidentId());
	}

	@EventListener
	void on(IncidentResolved over) {
		this.pages.cancel(over.incidentId());
	}

	@EventListener
	void on(IncidentSetAside quiet) {
		this.pages.cancel(quiet.incidentId());
	}

	@EventListener
	void on(IncidentReopened again) {
		this.pages.cancel(again.incidentId()); // those of the run before
	}

	@EventListener
	void on(IncidentRestarted anew) {
		this.pages.cancel(anew.incidentId()); // those of the plan before
	}

	@EventListener
	void on(IncidentHidden hidden) {
		this.pages.conceal(hidden.incidentId())
			.forEach((person) -> this.incidents.name(hidden.incidentId(), person, null));
	}

	@EventListener
	void on(PersonStruck struck) {
		this.pages.cancel(struck.incidentId(), struck.person());
	}

	private void fallBack(Page page, String reason, boolean tellSomebodyElse) {
		if (tellSomebodyElse) {
			this.fallbacks.failed(page, reason);
		}
	}

}
