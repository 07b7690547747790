package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.grouping.Placement;
import dev.vigie.escalation.grouping.Storm;

/**
 * Puts alerts that begin to fire together: it counts them, lets new groups join an open
 * incident or the storm, and opens incidents for the others.
 */
@Component
class AlertGathering {

	private final Settlement settlement;

	AlertGathering(Settlement settlement) {
		this.settlement = settlement;
	}

	/**
	 * Lets a storm end that has ended by now.
	 */
	void calm(Batch batch, String integration, Instant at) {
		Storm.Limit limit = batch.rules().of(integration).storm();
		IntegrationStorm storm = batch.memory().storm(integration, limit);
		if (limit == null || storm.incidentId() == null || storm.storm().rages(limit, at)) {
			return;
		}
		Instant end = Objects.requireNonNullElse(storm.storm().end(limit), at);
		batch.memory()
			.open(storm)
			.filter((_) -> batch.memory().ends(storm, end))
			.ifPresent((incident) -> this.settlement.stormEnded(batch, batch.touch(incident), storm, end));
		batch.memory().save(storm.over());
	}

	/**
	 * One more alert begins to fire.
	 */
	void count(Batch batch, Reported reported) {
		Storm.Limit limit = reported.rule().storm();
		if (limit != null) {
			batch.memory().save(batch.memory().storm(reported.integration(), limit).and(limit, reported.at()));
		}
	}

	/**
	 * An alert comes to an open incident through its group, or comes back to it.
	 */
	void joins(Batch batch, Touched touched, Reported reported) {
		IntegrationStorm storm = batch.memory().storm(reported.integration(), reported.rule().storm());
		if (touched.incident.id.equals(storm.incidentId())) {
			joinsStorm(batch, touched, reported, storm.joined(false));
			return;
		}
		touched.joined(reported, "ALERT_JOINED", Map.of());
		findable(batch, touched.incident, reported);
	}

	/**
	 * An alert of a group that is new.
	 */
	Touched place(Batch batch, Reported reported) {
		IntegrationStorm storm = batch.memory().storm(reported.integration(), reported.rule().storm());
		Placement<Incident> placement = Placement.of(reported.rule(), reported.arriving(), storm.storm(),
				batch.memory().open(storm).orElse(null), batch.memory().alike(reported));
		Touched touched = switch (placement) {
			case Placement.Opens<Incident> _ -> open(batch, reported);
			case Placement.Correlates<Incident> found -> correlate(batch, reported, found);
			case Placement.JoinsStorm<Incident> raging ->
				joinsStorm(batch, batch.touch(raging.incident()), reported, storm.joined(true));
			case Placement.OpensStorm<Incident> _ -> openStorm(batch, reported, storm);
		};
		batch.memory().groups().adopt(touched.incident, reported.origin(), reported.kind(), reported.at());
		return touched;
	}

	private static Touched open(Batch batch, Reported reported) {
		Incident incident = batch.memory().open(reported.title(), reported.origin(), batch.now());
		incident.team = reported.sender().team();
		Touched touched = batch.opened(incident);
		touched.joined(reported, "ALERT_JOINED", Map.of());
		findable(batch, incident, reported);
		return touched;
	}

	private static Touched correlate(Batch batch, Reported reported, Placement.Correlates<Incident> found) {
		Touched touched = batch.touch(found.incident());
		touched.incident.origin = touched.incident.origin.with(reported.origin().groupLabels());
		Map<String, String> params = new TreeMap<>();
		params.put("labels", Origin.words(found.values()));
		params.put("rule", reported.rule().name());
		params.put("integration", reported.integration());
		touched.joined(reported, "GROUP_CORRELATED", params);
		findable(batch, touched.incident, reported);
		return touched;
	}

	private static Touched joinsStorm(Batch batch, Touched touched, Reported reported, IntegrationStorm storm) {
		batch.memory().save(storm);
		touched.incident.title = storm.title();
		touched.joined(reported, "STORM_JOINED", Map.of());
		return touched;
	}

	private static Touched openStorm(Batch batch, Reported reported, IntegrationStorm before) {
		Incident incident = batch.memory().openStorm(reported.integration(), batch.now());
		incident.team = reported.sender().team();
		Touched touched = batch.opened(incident);
		IntegrationStorm storm = before.gathering(incident.id).joined(true);
		batch.memory().save(storm);
		incident.title = storm.title();
		Storm.Limit limit = reported.rule().storm();
		touched.joined(reported, "STORM_STARTED",
				Map.of("integration", reported.integration(), "rule", reported.rule().name(), "limit",
						(limit != null) ? String.valueOf(limit.alerts()) : "", "within",
						(limit != null) ? words(limit.within()) : ""));
		return touched;
	}

	private static String words(Duration within) {
		return within.toString().substring(2).toLowerCase(Locale.ROOT); // PT1M30S
	}

	private static void findable(Batch batch, Incident incident, Reported reported) {
		batch.rules()
			.findableBy(reported.integration(), reported.alert().labels())
			.forEach((values) -> batch.memory().findable(incident, reported.integration(), values, reported.at()));
	}

}
