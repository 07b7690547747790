package dev.vigie.escalation.paging;

import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.page.Page;
import dev.vigie.escalation.roster.Roster;
import dev.vigie.escalation.roster.RosterView;

/**
 * What happens instead when a page fails: the person's next address, then the next step
 * early, then the last resort.
 */
@Component
class Fallbacks {

	private static final Logger log = LoggerFactory.getLogger(Fallbacks.class);

	private final Queueing queueing;

	private final NextStep nextStep;

	private final LastResort lastResort;

	private final Roster roster;

	private final PagingLines lines;

	Fallbacks(Queueing queueing, NextStep nextStep, LastResort lastResort, Roster roster, PagingLines lines) {
		this.queueing = queueing;
		this.nextStep = nextStep;
		this.lastResort = lastResort;
		this.roster = roster;
		this.lines = lines;
	}

	void failed(Page page, String reason) {
		RosterView known = this.roster.stored(); // whoever fell ill just now is still
													// known
		if (tellOtherAddress(page, known, reason)) {
			return;
		}
		switch (page.request().target()) {
			case LastResort.INSTALLATION ->
				log.error("The installation's fallback failed for INC-{}: {}", page.request().facts().number(), reason);
			case LastResort.TEAM -> this.lastResort.tellInstallation(page.at(), page.request().facts(), reason);
			default -> {
				if (!this.nextStep.bringForward(page, reason)) {
					this.lastResort.tell(page.at(), page.request().facts(), known, reason);
				}
			}
		}
	}

	private boolean tellOtherAddress(Page page, RosterView roster, String reason) {
		List<Recipient> addresses = Optional.ofNullable(page.request().person())
			.flatMap(roster::person)
			.map(Recipient::of)
			.orElse(List.of());
		String failed = page.request().to().address();
		for (Recipient address : addresses) {
			if (!address.to().address().equals(failed)
					&& this.queueing.pageNow(page.at(), page.request().target(), address, page.request().facts())) {
				this.lines.fallback(page.at().incidentId(), "contact-method",
						address.person() + " <" + address.to().address() + ">", reason);
				return true;
			}
		}
		return false;
	}

}
