package dev.vigie.escalation.notice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.channel.Destination;
import dev.vigie.escalation.channel.Outgoing;

/**
 * A message to a channel or a mailbox that is still to be taken.
 *
 * @param otherwise the mailboxes to try when this one does not take it
 * @param attempts how often it was tried, the present attempt included
 */
record Notice(UUID id, To to, Words words, List<String> otherwise, int attempts, Instant createdAt) {

	Notice {
		otherwise = List.copyOf(otherwise);
	}

	static Notice of(UUID id, To to, Words words, Instant now) {
		return new Notice(id, to, words, List.of(), 0, now);
	}

	/**
	 * The same to the first of the mailboxes.
	 */
	static Notice of(UUID id, List<String> mailboxes, Words words, Instant now) {
		return new Notice(id, To.mailbox(mailboxes.getFirst()), words, mailboxes.subList(1, mailboxes.size()), 0, now);
	}

	/**
	 * The same to the next mailbox; always the same one, however often it is asked for.
	 */
	Optional<Notice> elsewhere(Instant now) {
		return this.otherwise.isEmpty() ? Optional.empty() : Optional
			.of(of(UUID.nameUUIDFromBytes((this.id + " " + this.otherwise.getFirst()).getBytes(StandardCharsets.UTF_8)),
					this.otherwise, this.words, now));
	}

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
