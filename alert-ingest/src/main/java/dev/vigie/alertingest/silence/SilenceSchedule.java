package dev.vigie.alertingest.silence;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the watch in every replica; tests run it themselves.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class SilenceSchedule {

	private final SilenceWatch watch;

	SilenceSchedule(SilenceWatch watch) {
		this.watch = watch;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		this.watch.runDue();
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
	void forgetOld() {
		this.watch.forgetOld();
	}

}
