package dev.vigie.escalation.incident;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What happened to an incident, in codes. Lines are only ever added; each is also told in
 * the feed. The words for a code, and the parameters they use, stand in
 * {@code messages-escalation-service*.properties}.
 */
@Component
public class Timeline {

	private final TimelineTable table;

	private final Incidents incidents;

	private final IncidentFeed feed;

	private final InstantSource clock;

	Timeline(TimelineTable table, Incidents incidents, IncidentFeed feed, InstantSource clock) {
		this.table = table;
		this.incidents = incidents;
		this.feed = feed;
		this.clock = clock;
	}

	/**
	 * Adds a line in the current transaction. What it tells of the incident must be
	 * written before.
	 */
	public void add(UUID incidentId, String code, Instant occurredAt, @Nullable String actor,
			Map<String, String> params) {
		add(known(incidentId).orElseGet(() -> this.incidents.find(incidentId).orElseThrow()), code, occurredAt, actor,
				params);
	}

	void add(Incident incident, String code, Instant occurredAt, @Nullable String actor, Map<String, String> params) {
		lines().add(incident, new TimelineTable.Line(0, occurredAt, this.clock.instant(), code, actor, params));
	}

	/**
	 * Adds what the program itself has just done.
	 */
	void add(UUID incidentId, String code, Map<String, String> params) {
		add(incidentId, code, this.clock.instant(), null, params);
	}

	/**
	 * Lets lines be added even while the current transaction commits.
	 */
	void prepare() {
		lines();
	}

	/**
	 * Spares reading an incident that the current transaction has locked.
	 */
	void know(Incident incident) {
		lines().know(incident);
	}

	/**
	 * The incident that the current transaction has locked, if it has.
	 */
	Optional<Incident> known(UUID id) {
		return Optional.ofNullable(lines().known(id));
	}

	private TimelineLines lines() {
		return TimelineLines.of(this, this.table, this.feed);
	}

}
