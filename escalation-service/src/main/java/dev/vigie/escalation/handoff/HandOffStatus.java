package dev.vigie.escalation.handoff;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a hand-off stands.
 */
enum HandOffStatus {

	/**
	 * Who comes has been told and has not taken over yet.
	 */
	@JsonProperty("open")
	OPEN,

	/**
	 * The same, the time for it has passed, and others were told.
	 */
	@JsonProperty("overdue")
	OVERDUE,

	/**
	 * Somebody has taken over.
	 */
	@JsonProperty("taken")
	TAKEN,

	/**
	 * Who was to take over has gone again.
	 */
	@JsonProperty("over")
	OVER,

	/**
	 * It was found so late that nobody was told.
	 */
	@JsonProperty("unannounced")
	UNANNOUNCED

}
