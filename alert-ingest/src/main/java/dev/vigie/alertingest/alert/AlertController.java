package dev.vigie.alertingest.alert;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.alert.AlertList.AlertItem;
import dev.vigie.shared.listing.Listing;
import dev.vigie.shared.listing.Place;
import dev.vigie.shared.problem.Invalid;

/**
 * Alerts over HTTP.
 */
@RestController
class AlertController {

	private static final int LONGEST = 500;

	private final AlertList alerts;

	AlertController(AlertList alerts) {
		this.alerts = alerts;
	}

	@GetMapping("/api/v1/alerts")
	Listing<AlertItem> list(@RequestParam(required = false) @Nullable String status,
			@RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "100") int limit) {
		Listing.checkLimit(limit, LONGEST);
		List<AlertItem> found = this.alerts.page(status(status), after.isEmpty() ? null : Place.parse(after),
				limit + 1);
		return Listing.of(found, limit, (item) -> new Place(item.startsAt(), item.id()).cursor());
	}

	private static @Nullable AlertStatus status(@Nullable String status) {
		if (status == null || status.isEmpty()) {
			return null;
		}
		return AlertStatus.named(status).orElseThrow(() -> new Invalid("status", "must be firing or resolved"));
	}

}
