package dev.vigie.escalation.incident;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How far those who took an incident have come.
 */
enum IncidentPhase {

	INVESTIGATING, IDENTIFIED, MITIGATED;

	IncidentCommand command() {
		return switch (this) {
			case INVESTIGATING -> IncidentCommand.INVESTIGATING;
			case IDENTIFIED -> IncidentCommand.IDENTIFIED;
			case MITIGATED -> IncidentCommand.MITIGATED;
		};
	}

	/**
	 * When another phase was reached, seen from this one: now if it is this one, never if
	 * it is still to come (again), else as it was.
	 */
	@Nullable Instant reached(IncidentPhase other, @Nullable Instant before, Instant now) {
		if (this == other) {
			return now;
		}
		return (ordinal() > other.ordinal()) ? before : null;
	}

}
