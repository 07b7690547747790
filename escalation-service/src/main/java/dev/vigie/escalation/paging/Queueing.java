package dev.vigie.escalation.paging;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.KnownIncidents;
import dev.vigie.escalation.page.PageFacts;
import dev.vigie.escalation.page.PageRequest;
import dev.vigie.escalation.page.Pages;
import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * Queues pages and says so on the timeline.
 */
@Component
class Queueing {

	private static final Logger log = LoggerFactory.getLogger(Queueing.class);

	private final Pages pages;

	private final PagingLines lines;

	private final Signals signals;

	private final KnownIncidents incidents;

	Queueing(Pages pages, PagingLines lines, Signals signals, KnownIncidents incidents) {
		this.incidents = incidents;
		this.pages = pages;
		this.lines = lines;
		this.signals = signals;
	}

	/**
	 * Lets the pages of incidents that this transaction has locked be written together.
	 */
	void gather(List<PageRequest.At> steps) {
		this.pages.gather(steps);
	}

	/**
	 * Queues a page, unless this address already gets one for this step: one person who
	 * is found by two targets is woken once.
	 * @return whether somebody at the address is told, by this page or another
	 */
	boolean page(PageRequest.At at, String target, Recipient recipient, PageFacts known) {
		PageFacts facts = told(at, recipient, known);
		PageRequest request = new PageRequest(at, target, recipient.person(), recipient.to(), recipient.reader(), facts,
				recipient.delay());
		return this.pages.queue(request).map((page) -> {
			this.lines.of("PAGE_QUEUED", page, "");
			this.signals.send(Channels.OUTBOUND); // PostgreSQL sends many of one
													// transaction as one
			log.info("Queued page {} to {} for incident {} at step {}", page.id(), page.recipient(), at.incidentId(),
					at.step());
			return true;
		}).orElseGet(() -> this.pages.reaches(at, recipient.to().address()));
	}

	/**
	 * The same, and at once: one that is there already waits no longer.
	 */
	boolean pageNow(PageRequest.At at, String target, Recipient recipient, PageFacts facts) {
		boolean told = page(at, target, recipient.after(Duration.ZERO), facts);
		if (told) {
			this.pages.hasten(at, recipient.to().address());
			this.signals.send(Channels.OUTBOUND);
		}
		return told;
	}

	// Whoever is woken must see why; a channel is read by anybody.
	private PageFacts told(PageRequest.At at, Recipient recipient, PageFacts facts) {
		String person = recipient.person();
		if (!facts.hides()) {
			return facts;
		}
		if (person == null) {
			return facts.withoutContent();
		}
		this.incidents.name(at.incidentId(), person, null);
		return facts;
	}

}
