package dev.vigie.escalation.incident;

/**
 * What is known of the runbooks of an incident.
 */
enum RunbookState {

	PENDING, KNOWN, NONE, UNKNOWN

}
