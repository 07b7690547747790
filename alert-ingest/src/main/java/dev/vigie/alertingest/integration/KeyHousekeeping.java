package dev.vigie.alertingest.integration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down once a minute which keys were used, and forgets those long expired.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class KeyHousekeeping {

	private final KeyUse use;

	KeyHousekeeping(KeyUse use) {
		this.use = use;
	}

	@Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
	void runDue() {
		this.use.write();
	}

}
