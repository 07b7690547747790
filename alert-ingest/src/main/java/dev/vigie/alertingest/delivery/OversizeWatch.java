package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.alertingest.alert.AlertIntake;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.alert.StandingAlerts;
import dev.vigie.alertingest.integration.IntegrationLookup;

/**
 * Looks for integrations whose bodies are taken again.
 */
@Component
class OversizeWatch {

	/**
	 * For how long no body must be too large: a sender's small groups say nothing about
	 * its large one, which may come each few minutes.
	 */
	static final Duration CALM = Duration.ofMinutes(5);

	private static final Logger log = LoggerFactory.getLogger(OversizeWatch.class);

	private final StandingAlerts standing;

	private final DeliveryTable deliveries;

	private final AlertIntake alerts;

	private final IntegrationLookup integrations;

	private final InstantSource clock;

	OversizeWatch(StandingAlerts standing, DeliveryTable deliveries, AlertIntake alerts, IntegrationLookup integrations,
			InstantSource clock) {
		this.standing = standing;
		this.deliveries = deliveries;
		this.alerts = alerts;
		this.integrations = integrations;
		this.clock = clock;
	}

	/**
	 * Ends the alerts of those.
	 * @throws org.springframework.dao.ConcurrencyFailureException if another replica was
	 * quicker
	 */
	@Transactional
	void runDue() {
		Instant now = this.clock.instant();
		List<AlertReport> ends = new ArrayList<>();
		this.standing.firing(Oversize.FINGERPRINT).forEach((integration, last) -> {
			if (!last.isAfter(now.minus(CALM)) && this.deliveries.tookAfter(integration, last)) {
				log.info("Bodies of integration {} are taken again", integration);
				ends.add(Oversize.end(this.integrations.whose(integration), now));
			}
		});
		this.alerts.take(ends, now);
	}

}
