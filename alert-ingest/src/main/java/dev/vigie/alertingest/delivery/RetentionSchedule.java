package dev.vigie.alertingest.delivery;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes old deliveries in every replica; tests do it themselves.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class RetentionSchedule {

	private final DeliveryRetention retention;

	RetentionSchedule(DeliveryRetention retention) {
		this.retention = retention;
	}

	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
	void run() {
		this.retention.runDue();
	}

}
