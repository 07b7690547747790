package dev.vigie.alertingest.delivery;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.problem.NotFound;

/**
 * The last deliveries of an integration, for whoever asks why an alert did not come.
 */
@RestController
class DeliveryController {

	private static final int LONGEST = 200;

	private final IntegrationLookup integrations;

	private final DeliveryTable deliveries;

	DeliveryController(IntegrationLookup integrations, DeliveryTable deliveries) {
		this.integrations = integrations;
		this.deliveries = deliveries;
	}

	@GetMapping("/api/v1/integrations/{name}/deliveries")
	Listing<Delivery> list(@PathVariable String name, @RequestParam(required = false) @Nullable UUID after,
			@RequestParam(defaultValue = "50") int limit) {
		Listing.checkLimit(limit, LONGEST);
		IntegrationRef integration = this.integrations.byName(name)
			.orElseThrow(() -> new NotFound("There is no integration " + name));
		return Listing.of(this.deliveries.newest(integration.id(), after, limit + 1), limit, Delivery::id);
	}

}
