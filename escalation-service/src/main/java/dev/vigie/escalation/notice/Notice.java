package dev.vigie.escalation.notice;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.channel.Destination;
import dev.vigie.escalation.channel.Outgoing;

/**
 * A message to a channel or a mailbox that is still to be taken.
 *
 * @param attempts how often it was tried, the present attempt included
 */
record Notice(UUID id, To to, Words words, int attempts, Instant createdAt) {

	Outgoing to(Destination destination) {
		return new Outgoing(this.id, destination, this.words.thread(), this.words.subject(), this.words.text(),
				this.words.payload());
	}

	/**
	 * Where it goes: one of the two.
	 *
	 * @param channel the name of a configured channel
	 * @param mailbox an e-mail address
	 */
	record To(@Nullable String channel, @Nullable String mailbox) {

		static To channel(String name) {
			return new To(name, null);
		}

		static To mailbox(String address) {
			return new To(null, address);
		}

		@Override
		public String toString() {
			return (this.channel != null) ? "channel " + this.channel : String.valueOf(this.mailbox);
		}

	}

}
