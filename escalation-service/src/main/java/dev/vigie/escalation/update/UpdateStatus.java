package dev.vigie.escalation.update;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How an incident stands for those who are not in it.
 */
enum UpdateStatus {

	@JsonProperty("investigating")
	INVESTIGATING,

	@JsonProperty("identified")
	IDENTIFIED,

	@JsonProperty("monitoring")
	MONITORING,

	@JsonProperty("resolved")
	RESOLVED;

	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
