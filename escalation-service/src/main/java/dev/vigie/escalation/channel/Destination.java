package dev.vigie.escalation.channel;

import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param channel the name of the configured channel, absent for a person's own address
 * @param address an e-mail address or a URL
 */
public record Destination(ChannelType type, @Nullable String channel, String address) {

	/**
	 * A mailbox that is no configured channel.
	 */
	public static Destination mailbox(String address) {
		return new Destination(ChannelType.EMAIL, null, address);
	}

}
