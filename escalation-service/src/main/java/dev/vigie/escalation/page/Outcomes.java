package dev.vigie.escalation.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.Delivery;

/**
 * How attempts ended. What the database does not take at once is offered to it again
 * before pages are taken: without that a page that arrived would wait for the end of its
 * lease and be sent a second time.
 */
@Component
class Outcomes {

	private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

	private final Queue<Outcome> unrecorded = new ConcurrentLinkedQueue<>();

	private final Pages pages;

	private final InstantSource clock;

	private final DispatchProperties properties;

	Outcomes(Pages pages, InstantSource clock, DispatchProperties properties) {
		this.pages = pages;
		this.clock = clock;
		this.properties = properties;
	}

	void record(Page attempt, Delivery delivery) {
		recorded(new Outcome(attempt, delivery, this.clock.instant().plus(this.properties.lease())));
	}

	/**
	 * Records what could not be recorded before. The first that fails ends it and goes to
	 * the end of the line, so that one of which nothing will come holds up no other.
	 */
	void recordAgain() {
		int waiting = this.unrecorded.size();
		for (int i = 0; i < waiting; i++) {
			Outcome outcome = this.unrecorded.poll();
			if (outcome == null || !recorded(outcome)) {
				return;
			}
		}
	}

	private boolean recorded(Outcome outcome) {
		Page page = outcome.attempt();
		try {
			this.pages.record(page, outcome.delivery());
			return true;
		}
		catch (RuntimeException failure) {
			log.warn("How attempt {} of page {} ended is not recorded yet: {}", page.attempts(), page.id(),
					failure.toString());
			if (this.clock.instant().isBefore(outcome.until())) {
				this.unrecorded.add(outcome);
			}
			return false;
		}
	}

	/**
	 * How one attempt ended.
	 *
	 * @param until when its lease has ended at the latest, and what is known of it is
	 * worth nothing any more
	 */
	private record Outcome(Page attempt, Delivery delivery, Instant until) {
	}

}
