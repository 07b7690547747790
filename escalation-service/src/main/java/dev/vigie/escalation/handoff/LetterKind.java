package dev.vigie.escalation.handoff;

/**
 * What a letter tells.
 */
enum LetterKind {

	/**
	 * You are on call now.
	 */
	INCOMING,

	/**
	 * Somebody else is on call now.
	 */
	OUTGOING,

	/**
	 * Nobody has taken over.
	 */
	UNTAKEN

}
