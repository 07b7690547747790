package dev.vigie.escalation.paging;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.incident.Escalations;

/**
 * Carries out what is due: asks the other programs first, then takes and records it in
 * one transaction.
 */
@Component
class StepExecutor {

	private static final Logger log = LoggerFactory.getLogger(StepExecutor.class);

	private static final int BATCH = 500;

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final Duration LEAST = Duration.ofMillis(20);

	private final Escalations escalations;

	private final Preparing preparing;

	private final Steps steps;

	private final InstantSource clock;

	StepExecutor(Escalations escalations, Preparing preparing, Steps steps, InstantSource clock) {
		this.escalations = escalations;
		this.preparing = preparing;
		this.steps = steps;
		this.clock = clock;
	}

	/**
	 * One look at what is due.
	 * @return how many incidents were taken; 0 also when another replica took them all
	 */
	int runDue() {
		Instant now = this.clock.instant();
		List<DueIncident> due = this.escalations.peek(now, BATCH);
		if (due.isEmpty()) {
			return 0;
		}
		Preparation preparation = this.preparing.of(due, now);
		try {
			return this.steps.take(preparation, BATCH);
		}
		catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException away) {
			throw away; // the database's trouble, not that of an incident
		}
		catch (RuntimeException failure) {
			log.warn("{} due incidents failed together, taking them one by one: {}", due.size(), failure.toString());
			return due.stream().mapToInt((incident) -> takeAlone(preparation, incident)).sum();
		}
	}

	/**
	 * How long there is nothing to do, if no signal comes before.
	 */
	Duration rest(Duration most) {
		Instant now = this.clock.instant();
		Duration left = this.escalations.nextDue().map((due) -> Duration.between(now, due)).orElse(most);
		if (left.compareTo(LEAST) < 0) {
			return LEAST; // another replica is at it, or what comes is gathered
		}
		return (left.compareTo(most) < 0) ? left : most;
	}

	// One incident that cannot be carried out must not keep a hundred others from being
	// paged.
	private int takeAlone(Preparation preparation, DueIncident incident) {
		try {
			return this.steps.takeAlone(preparation, incident.id());
		}
		catch (TransientDataAccessException | DataAccessResourceFailureException | TransactionException away) {
			throw away;
		}
		catch (RuntimeException failure) {
			log.error("INC-{} cannot be escalated, trying again in {}", incident.number(), PAUSE, failure);
			this.steps.postpone(preparation, incident.id(), PAUSE);
			return 1;
		}
	}

}
