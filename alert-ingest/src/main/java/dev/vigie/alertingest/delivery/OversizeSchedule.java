package dev.vigie.alertingest.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the watch in every replica; tests run it themselves.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class OversizeSchedule {

	private static final Logger log = LoggerFactory.getLogger(OversizeSchedule.class);

	private final OversizeWatch watch;

	OversizeSchedule(OversizeWatch watch) {
		this.watch = watch;
	}

	@Scheduled(fixedDelayString = "PT10S")
	void run() {
		try {
			this.watch.runDue();
		}
		catch (ConcurrencyFailureException lost) {
			log.debug("Another replica was quicker: {}", lost.getMessage());
		}
	}

}
