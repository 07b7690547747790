package dev.vigie.escalation.update;

import java.util.concurrent.TimeUnit;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the round in every replica; tests run it themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class ReminderSchedule {

	private final ReminderRound round;

	ReminderSchedule(ReminderRound round) {
		this.round = round;
	}

	@Scheduled(fixedDelay = 2, timeUnit = TimeUnit.SECONDS)
	void run() {
		this.round.run();
	}

}
