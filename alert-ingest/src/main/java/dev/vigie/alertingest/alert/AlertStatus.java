package dev.vigie.alertingest.alert;

import java.util.Locale;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Whether an alert's problem lasts.
 */
public enum AlertStatus {

	FIRING, RESOLVED;

	/**
	 * The status that a sender or a caller names, in any case.
	 */
	public static Optional<AlertStatus> named(String text) {
		return switch (text.toLowerCase(Locale.ROOT)) {
			case "firing" -> Optional.of(FIRING);
			case "resolved" -> Optional.of(RESOLVED);
			default -> Optional.empty();
		};
	}

	@JsonValue
	public String text() {
		return name().toLowerCase(Locale.ROOT);
	}

}
