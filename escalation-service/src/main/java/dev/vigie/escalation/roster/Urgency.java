package dev.vigie.escalation.roster;

/**
 * Whether telling somebody can wait.
 */
public enum Urgency {

	HIGH, LOW;

	/**
	 * How urgent an incident is: P1 and P2 cannot wait.
	 */
	public static Urgency of(String severity) {
		return (severity.compareTo("P2") <= 0) ? HIGH : LOW;
	}

}
