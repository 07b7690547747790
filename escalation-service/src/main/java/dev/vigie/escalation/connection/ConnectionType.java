package dev.vigie.escalation.connection;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How another program is asked.
 */
enum ConnectionType {

	@JsonProperty("webhook")
	WEBHOOK

}
