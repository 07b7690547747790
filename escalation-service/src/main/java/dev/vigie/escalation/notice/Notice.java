package dev.vigie.escalation.notice;

import java.time.Instant;
import java.util.UUID;

import dev.vigie.escalation.channel.Destination;
import dev.vigie.escalation.channel.Outgoing;

/**
 * A message to a channel that is still to be taken.
 *
 * @param attempts how often it was tried, the present attempt included
 */
record Notice(UUID id, String channel, Words words, int attempts, Instant createdAt) {

	Outgoing to(Destination destination) {
		return new Outgoing(this.id, destination, this.words.thread(), this.words.subject(), this.words.text(),
				this.words.payload());
	}

	/**
	 * What it says.
	 *
	 * @param thread what the beginning and the end of one thing have in common
	 * @param payload the same as JSON, for programs
	 */
	record Words(UUID thread, String subject, String text, String payload) {
	}

}
