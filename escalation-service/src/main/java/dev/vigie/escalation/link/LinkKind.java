package dev.vigie.escalation.link;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a link of an incident leads to.
 */
public enum LinkKind {

	@JsonProperty("war_room")
	WAR_ROOM,

	@JsonProperty("ticket")
	TICKET

}
