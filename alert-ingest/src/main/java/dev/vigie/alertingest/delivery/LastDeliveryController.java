package dev.vigie.alertingest.delivery;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.delivery.LastDeliveries.LastDelivery;
import dev.vigie.shared.document.Names;
import dev.vigie.shared.listing.Listing;

/**
 * The last delivery of each integration, to see at a glance which sender fell silent or
 * is refused.
 */
@RestController
class LastDeliveryController {

	private static final int LONGEST = 200;

	private final LastDeliveries deliveries;

	LastDeliveryController(LastDeliveries deliveries) {
		this.deliveries = deliveries;
	}

	@GetMapping(DeliveryAccess.PATH + "/last")
	Listing<LastDelivery> list(@RequestParam(defaultValue = "") String after,
			@RequestParam(defaultValue = "50") int limit) {
		Listing.checkLimit(limit, LONGEST);
		Names.checkPlace(after);
		List<LastDelivery> found = this.deliveries.after(after, limit + 1);
		return Listing.of(found, limit, LastDelivery::integration);
	}

}
