package dev.vigie.escalation.incident;

import java.util.List;
import java.util.Set;

/**
 * The states of an incident and where each may go.
 */
enum IncidentStatus {

	TRIGGERED, ACKNOWLEDGED, SNOOZED, RESOLVED, CLOSED, CANCELLED, MERGED;

	Set<IncidentStatus> next() {
		return switch (this) {
			case TRIGGERED -> Set.of(ACKNOWLEDGED, SNOOZED, RESOLVED, CANCELLED, MERGED);
			case ACKNOWLEDGED -> Set.of(TRIGGERED, SNOOZED, RESOLVED, CANCELLED, MERGED);
			case SNOOZED -> Set.of(TRIGGERED, ACKNOWLEDGED, RESOLVED, CANCELLED, MERGED);
			case RESOLVED -> Set.of(TRIGGERED, CLOSED);
			case CLOSED, CANCELLED, MERGED -> Set.of(TRIGGERED);
		};
	}

	/**
	 * What a person may do now.
	 */
	List<String> commands() {
		return switch (this) {
			case TRIGGERED -> List.of("acknowledge", "resolve");
			case ACKNOWLEDGED, SNOOZED -> List.of("resolve");
			case RESOLVED, CLOSED, CANCELLED, MERGED -> List.of();
		};
	}

	boolean isOpen() {
		return switch (this) {
			case TRIGGERED, ACKNOWLEDGED, SNOOZED -> true;
			case RESOLVED, CLOSED, CANCELLED, MERGED -> false;
		};
	}

}
