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

	private final Attendance attendance = new Attendance(System::nanoTime);

	private final Sweeper sweeper;

	SweepSchedule(Sweeper sweeper) {
		this.sweeper = sweeper;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		if (this.attendance.isLongEnough()) {
			this.sweeper.endStale();
		}
		this.sweeper.tellDue();
		this.attendance.attended();
	}

	@Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
	void askAgain() {
		this.sweeper.askAgain();
	}

}
