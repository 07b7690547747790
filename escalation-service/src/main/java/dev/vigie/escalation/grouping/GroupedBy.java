package dev.vigie.escalation.grouping;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What makes alerts of an integration one group.
 */
public enum GroupedBy {

	SENDER, LABELS, ALERT;

	@JsonCreator
	public static GroupedBy of(String text) {
		for (GroupedBy by : values()) {
			if (by.word().equals(text)) {
				return by;
			}
		}
		throw new IllegalArgumentException("must be sender, labels or alert");
	}

	@JsonValue
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
