package dev.vigie.escalation.incident;

/**
 * How far those who took an incident have come.
 */
enum IncidentPhase {

	INVESTIGATING, IDENTIFIED, MITIGATED

}
