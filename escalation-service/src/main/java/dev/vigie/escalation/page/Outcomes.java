package dev.vigie.escalation.page;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.vigie.escalation.channel.Delivery;
import dev.vigie.escalation.page.Pages.Ended;

/**
 * How attempts ended. Those that end while others are recorded are recorded together.
 * What the database does not take at once is offered to it again before pages are taken:
 * without that a page that arrived would wait for the end of its lease and be sent a
 * second time.
 */
@Component
class Outcomes {

	private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

	private final Queue<Outcome> ended = new ConcurrentLinkedQueue<>();

	private final Queue<Outcome> unrecorded = new ConcurrentLinkedQueue<>();

	private final ReentrantLock turn = new ReentrantLock();

	private final Pages pages;

	private final InstantSource clock;

	private final DispatchProperties properties;

	Outcomes(Pages pages, InstantSource clock, DispatchProperties properties) {
		this.pages = pages;
		this.clock = clock;
		this.properties = properties;
	}

	/**
	 * Comes back when it is recorded, or kept for later.
	 */
	void record(Page attempt, Delivery delivery) {
		record(List.of(new Ended(attempt, delivery)));
	}

	void record(List<Ended> attempts) {
		Instant until = this.clock.instant().plus(this.properties.lease());
		attempts.forEach((attempt) -> this.ended.add(new Outcome(attempt, until)));
		this.turn.lock();
		try {
			recordTogether(waiting());
		}
		finally {
			this.turn.unlock();
		}
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

	// Nothing when whoever had the turn before has recorded it too.
	private List<Outcome> waiting() {
		List<Outcome> waiting = new ArrayList<>();
		for (Outcome outcome = this.ended.poll(); outcome != null; outcome = this.ended.poll()) {
			waiting.add(outcome);
		}
		return waiting;
	}

	private void recordTogether(List<Outcome> together) {
		if (together.size() <= 1) {
			together.forEach(this::recorded);
			return;
		}
		try {
			this.pages.record(together.stream().map(Outcome::ended).toList());
		}
		catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException away) {
			together.forEach((outcome) -> keep(outcome, away)); // none alone either
		}
		catch (RuntimeException failure) {
			log.warn("How {} attempts ended is not recorded together: {}", together.size(), failure.toString());
			together.forEach(this::recorded);
		}
	}

	private boolean recorded(Outcome outcome) {
		try {
			this.pages.record(List.of(outcome.ended()));
			return true;
		}
		catch (RuntimeException failure) {
			keep(outcome, failure);
			return false;
		}
	}

	private void keep(Outcome outcome, RuntimeException failure) {
		Page page = outcome.ended().attempt();
		log.warn("How attempt {} of page {} ended is not recorded yet: {}", page.attempts(), page.id(),
				failure.toString());
		if (this.clock.instant().isBefore(outcome.until())) {
			this.unrecorded.add(outcome);
		}
	}

	/**
	 * How one attempt ended.
	 *
	 * @param until when its lease has ended at the latest, and what is known of it is
	 * worth nothing any more
	 */
	private record Outcome(Ended ended, Instant until) {
	}

}
