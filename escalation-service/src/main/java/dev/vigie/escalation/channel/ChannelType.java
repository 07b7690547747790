package dev.vigie.escalation.channel;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The kinds of channel a page can take.
 */
public enum ChannelType {

	@JsonProperty("email")
	EMAIL,

	@JsonProperty("webhook")
	WEBHOOK

}
