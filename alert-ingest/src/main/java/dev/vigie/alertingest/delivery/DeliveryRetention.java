package dev.vigie.alertingest.delivery;

import java.time.InstantSource;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Deletes deliveries that are older than their retention, a slice at a time.
 */
@Component
@ConditionalOnProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class DeliveryRetention {

	private static final int SLICE = 500;

	private final DeliveryTable deliveries;

	private final IngestProperties properties;

	private final InstantSource clock;

	DeliveryRetention(DeliveryTable deliveries, IngestProperties properties, InstantSource clock) {
		this.deliveries = deliveries;
		this.properties = properties;
		this.clock = clock;
	}

	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT2M")
	void runDue() {
		int deleted;
		do {
			deleted = this.deliveries.deleteBefore(this.clock.instant().minus(this.properties.deliveryRetention()),
					SLICE);
		}
		while (deleted == SLICE);
	}

}
