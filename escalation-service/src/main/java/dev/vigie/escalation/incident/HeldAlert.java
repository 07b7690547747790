package dev.vigie.escalation.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An alert as an incident holds it.
 *
 * @param group the group it was in when it was last seen, if that is known
 */
record HeldAlert(Incident incident, boolean firing, Instant startsAt, @Nullable Origin group) {

	/**
	 * Which of several incidents the alert is in: an open one before a resolved one, the
	 * one that knows this very episode before the newest. The best comes last.
	 */
	static Comparator<HeldAlert> fitting(ReportedAlert alert) {
		return Comparator.comparing(HeldAlert::open)
			.thenComparing((held) -> held.startsAt().equals(alert.startsAt()))
			.thenComparing((held) -> held.incident().number);
	}

	static HeldAlert of(Incident incident, AlertTable.Holder holder) {
		Origin group = (holder.groupHash() != null)
				? new Origin(holder.alert().integration(), holder.groupHash(), Map.of()) : null;
		return new HeldAlert(incident, holder.firing(), holder.startsAt(), group);
	}

	boolean open() {
		return this.incident.status.isOpen();
	}

	/**
	 * Whether the report is the return of what the resolved incident was about: the same
	 * episode goes on (a sender that lost and found it again), or a new one began soon
	 * after the incident was resolved. What was closed or cancelled stays so.
	 */
	boolean returnsWith(ReportedAlert alert, Duration window) {
		if (this.incident.status != IncidentStatus.RESOLVED) {
			return false;
		}
		if (!alert.startsAt().isAfter(this.startsAt)) {
			return true;
		}
		Instant resolvedAt = this.incident.resolvedAt;
		return resolvedAt != null && !alert.startsAt().isAfter(resolvedAt.plus(window));
	}

	/**
	 * A person resolved the incident, and the alert simply goes on firing.
	 */
	boolean goesOnWith(ReportedAlert alert) {
		return !open() && this.firing && !alert.startsAt().isAfter(this.startsAt);
	}

}
