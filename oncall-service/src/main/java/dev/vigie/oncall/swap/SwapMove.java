package dev.vigie.oncall.swap;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What can be done with a swap.
 */
enum SwapMove {

	/**
	 * Somebody takes the shifts, for nothing.
	 */
	TAKE,
	/**
	 * Somebody would take them for shifts of their own.
	 */
	OFFER,
	/**
	 * Whoever asked agrees to the offer.
	 */
	ACCEPT,
	/**
	 * The one who was asked will not, or the offer falls through.
	 */
	DECLINE,
	/**
	 * Whoever asked no longer wants it.
	 */
	WITHDRAW,
	/**
	 * Nothing of it is to come.
	 */
	EXPIRE;

	@JsonValue
	String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
