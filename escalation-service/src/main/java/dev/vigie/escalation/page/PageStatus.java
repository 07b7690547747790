package dev.vigie.escalation.page;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Where a page stands.
 */
public enum PageStatus {

	/**
	 * It is sent as soon as its time has come.
	 */
	@JsonProperty("pending")
	PENDING,

	/**
	 * A dispatcher has it, until its lease ends.
	 */
	@JsonProperty("sending")
	SENDING,

	/**
	 * The other side has taken it.
	 */
	@JsonProperty("delivered")
	DELIVERED,

	/**
	 * The other side will never take it.
	 */
	@JsonProperty("failed")
	FAILED,

	/**
	 * Nobody needed it any more.
	 */
	@JsonProperty("cancelled")
	CANCELLED;

	/**
	 * Whether somebody may still get it.
	 */
	boolean isOpen() {
		return this == PENDING || this == SENDING;
	}

}
