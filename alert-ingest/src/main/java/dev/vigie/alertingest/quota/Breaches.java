package dev.vigie.alertingest.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.alert.AlertIntake;
import dev.vigie.alertingest.alert.AlertReport;
import dev.vigie.alertingest.alert.StandingAlerts;
import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;

/**
 * A quota that is broken is one alert of its own, in the name of the integration and so
 * for the team that owns it. All it goes by is in the rows, so it does not matter which
 * replica held what back.
 */
@Component
class Breaches {

	static final String NAME = "QuotaExceeded";

	private static final Logger log = LoggerFactory.getLogger(Breaches.class);

	private static final String KIND = "quota";

	private static final String FINGERPRINT = "vigie:quota";

	/**
	 * How often a breach that lasts is noted.
	 */
	private static final Duration NOTED = Duration.ofSeconds(10);

	/**
	 * For how long nothing must be held back until it counts as over: a storm comes in
	 * gusts.
	 */
	static final Duration CALM = Duration.ofMinutes(5);

	private final StandingAlerts standing;

	private final AlertIntake alerts;

	private final IntegrationLookup integrations;

	private final InstantSource clock;

	Breaches(StandingAlerts standing, AlertIntake alerts, IntegrationLookup integrations, InstantSource clock) {
		this.standing = standing;
		this.alerts = alerts;
		this.integrations = integrations;
		this.clock = clock;
	}

	/**
	 * Begins breaches and ends them.
	 * @throws org.springframework.dao.ConcurrencyFailureException if another replica was
	 * quicker
	 */
	@Transactional
	void tell() {
		Instant now = this.clock.instant();
		Set<UUID> held = new TreeSet<>(this.standing.muted(Buckets.REASON));
		Map<UUID, Instant> known = this.standing.firing(FINGERPRINT);
		List<AlertReport> reports = new ArrayList<>();
		for (UUID integration : held) {
			Instant noted = known.get(integration);
			if (noted == null || noted.isBefore(now.minus(NOTED))) {
				reports.add(begin(this.integrations.whose(integration), noted == null, now));
			}
		}
		known.forEach((integration, noted) -> {
			if (!held.contains(integration) && !noted.isAfter(now.minus(CALM))) {
				reports.add(end(this.integrations.whose(integration), now));
			}
		});
		this.alerts.take(reports, now);
	}

	private static AlertReport begin(IntegrationRef integration, boolean first, Instant now) {
		if (first) {
			log.info("Integration {} breaks its quota; alerts are held back", integration.name());
		}
		return AlertReport.own(integration, NAME, KIND, AlertChange.firing(FINGERPRINT)
			.labels(Map.of("alertname", NAME, "integration", integration.name(), "severity", "critical", "vigie_kind",
					KIND))
			.annotations(Map.of("summary", "%s breaks its quota: alerts are held back".formatted(integration.name()),
					"description", description(integration)))
			.build(), now);
	}

	private static String description(IntegrationRef integration) {
		return """
				More alerts of integration %s began than its quota allows%s. Those beyond are stored and listed with \
				mutedBy quota:%1$s; while they still fire they are told as fast as the quota allows. Resolves are not \
				held back.""".formatted(integration.name(), (integration.protection().quota() != null)
				? ", %d a minute".formatted(integration.protection().quota().alertsPerMinute()) : "");
	}

	private static AlertReport end(IntegrationRef integration, Instant now) {
		log.info("Integration {} keeps its quota again", integration.name());
		return AlertReport.own(integration, NAME, KIND, AlertChange.resolved(FINGERPRINT).endsAt(now).build(), now);
	}

}
