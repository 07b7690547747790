package dev.vigie.escalation.incident;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for storms that are over, in every replica; tests look themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class StormSchedule {

	private final StormRound round;

	StormSchedule(StormRound round) {
		this.round = round;
	}

	@Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
	void run() {
		this.round.run();
	}

}
