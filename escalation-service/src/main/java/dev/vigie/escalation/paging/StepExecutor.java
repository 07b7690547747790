package dev.vigie.escalation.paging;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.incident.DueIncident;
import dev.vigie.escalation.incident.Escalations;

/**
 * Carries out what is due: asks the other programs first, then takes and records it in
 * one transaction.
 */
@Component
class StepExecutor {

	private static final int BATCH = 100;

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
		return due.isEmpty() ? 0 : this.steps.take(this.preparing.of(due, now), BATCH);
	}

}
