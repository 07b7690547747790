package dev.vigie.escalation.incident;

import java.util.List;
import java.util.Set;

/**
 * The states of an incident and where each may go.
 */
enum IncidentStatus {

	TRIGGERED, ACKNOWLEDGED, RESOLVED;

	Set<IncidentStatus> next() {
		return switch (this) {
			case TRIGGERED -> Set.of(ACKNOWLEDGED, RESOLVED);
			case ACKNOWLEDGED -> Set.of(RESOLVED);
			case RESOLVED -> Set.of(TRIGGERED); // by its alerts, never by a person
		};
	}

	/**
	 * What a person may do now.
	 */
	List<String> commands() {
		return switch (this) {
			case TRIGGERED -> List.of("acknowledge", "resolve");
			case ACKNOWLEDGED -> List.of("resolve");
			case RESOLVED -> List.of();
		};
	}

	boolean isOpen() {
		return this != RESOLVED;
	}

}
