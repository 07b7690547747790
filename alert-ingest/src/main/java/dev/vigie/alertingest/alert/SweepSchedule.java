package dev.vigie.alertingest.alert;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the sweeper in every replica; tests run it themselves.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class SweepSchedule {

	private final Sweeper sweeper;

	SweepSchedule(Sweeper sweeper) {
		this.sweeper = sweeper;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		this.sweeper.runDue();
	}

	@Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
	void askAgain() {
		this.sweeper.askAgain();
	}

}
