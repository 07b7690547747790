package dev.vigie.oncall.schedule;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Why somebody is on call.
 *
 * @param kind what says so
 * @param name the layer's name, the id of what was laid over the layers, or the name of
 * who has left
 */
public record Cause(Kind kind, String name) {

	/**
	 * What can put somebody on call.
	 */
	public enum Kind {

		LAYER, TEMPORARY, OVERRIDE, SWAP, DEPARTURE;

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
