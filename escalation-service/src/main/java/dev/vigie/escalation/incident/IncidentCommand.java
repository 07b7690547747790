package dev.vigie.escalation.incident;

/**
 * What people say to an incident.
 */
enum IncidentCommand {

	ACKNOWLEDGE, UNACKNOWLEDGE, INVESTIGATING, IDENTIFIED, MITIGATED, SNOOZE, UNSNOOZE, RESOLVE, CLOSE, CANCEL, REOPEN,
	RESTART, MERGE, SPLIT;

	/**
	 * Its name in paths and in answers.
	 */
	String word() {
		return IncidentView.word(this);
	}

}
