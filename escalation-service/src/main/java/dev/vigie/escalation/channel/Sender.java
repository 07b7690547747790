package dev.vigie.escalation.channel;

/**
 * Sends to one type of channel and puts the answer in our words.
 */
interface Sender {

	ChannelType type();

	Delivery send(Outgoing message);

}
