package dev.vigie.escalation.subscription;

/**
 * What those who follow an incident hear of.
 */
public enum Occasion {

	/**
	 * It began, or began again.
	 */
	TRIGGERED,

	/**
	 * Somebody told how it stands.
	 */
	UPDATED,

	/**
	 * It is over.
	 */
	RESOLVED

}
