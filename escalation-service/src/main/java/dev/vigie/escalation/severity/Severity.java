package dev.vigie.escalation.severity;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;

/**
 * How bad it is; P1 is the worst.
 */
public enum Severity {

	P1, P2, P3, P4, P5;

	@JsonCreator
	public static Severity of(String text) {
		try {
			return valueOf(text.strip().toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException _) {
			throw new IllegalArgumentException("must be one of P1, P2, P3, P4, P5");
		}
	}

	public boolean isWorseThan(Severity other) {
		return compareTo(other) < 0;
	}

}
