package dev.vigie.escalation.channel;

/**
 * Sends to one type of channel and puts the answer in our words.
 */
interface Sender {

	ChannelType type();

	/**
	 * Whether it takes an address that is no configured channel, such as a person's own.
	 */
	boolean takesAddresses();

	Delivery send(Outgoing message);

}
