package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntSupplier;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationLookup;

/**
 * Deletes deliveries that are older than their retention, a slice at a time.
 */
@Component
class DeliveryRetention {

	private static final int SLICE = 500;

	private final DeliveryTable deliveries;

	private final IntegrationLookup integrations;

	private final IngestProperties properties;

	private final InstantSource clock;

	DeliveryRetention(DeliveryTable deliveries, IntegrationLookup integrations, IngestProperties properties,
			InstantSource clock) {
		this.deliveries = deliveries;
		this.integrations = integrations;
		this.properties = properties;
		this.clock = clock;
	}

	void runDue() {
		Instant now = this.clock.instant();
		Map<UUID, Duration> own = new HashMap<>(this.integrations.retentions());
		own.forEach((integration, retention) -> {
			if (retention.isZero()) {
				slices(() -> this.deliveries.deleteBodies(integration, SLICE));
			}
			else {
				slices(() -> this.deliveries.deleteBefore(now.minus(retention), integration, SLICE));
			}
		});
		own.values().removeIf(Duration::isZero); // whose log stays as long as any
		slices(() -> this.deliveries.deleteBefore(now.minus(this.properties.deliveryRetention()), own.keySet(), SLICE));
	}

	private static void slices(IntSupplier deletion) {
		int deleted;
		do {
			deleted = deletion.getAsInt();
		}
		while (deleted == SLICE);
	}

}
