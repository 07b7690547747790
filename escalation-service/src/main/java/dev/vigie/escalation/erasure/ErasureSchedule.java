package dev.vigie.escalation.erasure;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets people be forgotten in every replica; tests do it themselves.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class ErasureSchedule {

	private final Erasing erasing;

	ErasureSchedule(Erasing erasing) {
		this.erasing = erasing;
	}

	@Scheduled(fixedDelayString = "PT10S")
	void run() {
		while (this.erasing.run()) {
			// until nothing is due
		}
	}

}
