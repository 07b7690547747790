package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.grouping.GroupingRules;
import dev.vigie.escalation.grouping.Groupings;
import dev.vigie.escalation.grouping.Storm;

/**
 * Tells the end of storms when it has come and no report comes that would tell it. It
 * decides nothing: what joins is judged by the times of deliveries alone, and a delivery
 * that is read late may let the storm go on and end again.
 */
@Component
class StormRound {

	/**
	 * What was delivered before the end is most probably read by then.
	 */
	static final Duration GRACE = Duration.ofSeconds(10);

	private static final Logger log = LoggerFactory.getLogger(StormRound.class);

	private final StormTable storms;

	private final Incidents incidents;

	private final Groupings groupings;

	private final Announcements announcements;

	private final InstantSource clock;

	StormRound(StormTable storms, Incidents incidents, Groupings groupings, Announcements announcements,
			InstantSource clock) {
		this.storms = storms;
		this.incidents = incidents;
		this.groupings = groupings;
		this.announcements = announcements;
		this.clock = clock;
	}

	@Transactional
	public void run() {
		Instant latest = this.clock.instant().minus(GRACE);
		GroupingRules rules = this.groupings.rules();
		for (StormTable.Gathering gathering : this.storms.gathering()) {
			IntegrationStorm storm = gathering.storm();
			Storm.Limit limit = rules.of(storm.integration()).storm();
			Instant end = (limit != null) ? storm.storm().end(limit) : null;
			if (end != null && !end.isAfter(latest) && !end.equals(gathering.told())) {
				tell(storm, end);
			}
		}
	}

	private void tell(IntegrationStorm storm, Instant end) {
		if (storm.incidentId() == null) {
			return;
		}
		// Incidents are locked before anything else of theirs, as everybody does.
		Incident incident = this.incidents.lock(storm.incidentId()).orElseThrow();
		if (incident.status.isOpen() && this.storms.ends(storm.integration(), end)) {
			this.announcements.stormEnded(incident, storm, end);
			log.info("Storm on {} is over: {} alerts in {} groups", storm.integration(), storm.alerts(),
					storm.groups());
		}
	}

}
