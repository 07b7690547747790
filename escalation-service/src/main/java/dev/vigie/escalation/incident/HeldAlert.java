package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * An alert as an incident holds it.
 */
record HeldAlert(UUID incidentId, boolean firing, Instant startsAt, boolean open, @Nullable Instant resolvedAt) {

	/**
	 * Whether the report is the return of what the resolved incident was about: the same
	 * episode goes on (a sender that lost and found it again), or a new one began soon
	 * after the incident was resolved.
	 */
	boolean returnsWith(ReportedAlert alert, Duration window) {
		if (!alert.startsAt().isAfter(this.startsAt)) {
			return true;
		}
		return this.resolvedAt != null && !alert.startsAt().isAfter(this.resolvedAt.plus(window));
	}

	/**
	 * A person resolved the incident, and the alert simply goes on firing.
	 */
	boolean goesOnWith(ReportedAlert alert) {
		return !this.open && this.firing && !alert.startsAt().isAfter(this.startsAt);
	}

}
