package dev.vigie.alertingest.quota;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the watch in every replica; tests run it themselves.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class QuotaSchedule {

	private final QuotaWatch watch;

	QuotaSchedule(QuotaWatch watch) {
		this.watch = watch;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		this.watch.runDue();
	}

}
