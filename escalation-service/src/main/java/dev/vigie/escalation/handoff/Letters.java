package dev.vigie.escalation.handoff;

import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.handoff.LetterTable.Letter;
import dev.vigie.escalation.notice.Notices;
import dev.vigie.escalation.roster.RosterView;

/**
 * Writes letters, in the caller's transaction.
 */
@Component
class Letters {

	private static final Logger log = LoggerFactory.getLogger(Letters.class);

	private final LetterTable table;

	private final Mailboxes mailboxes;

	private final HandOffText text;

	private final Notices notices;

	Letters(LetterTable table, Mailboxes mailboxes, HandOffText text, Notices notices) {
		this.table = table;
		this.mailboxes = mailboxes;
		this.text = text;
		this.notices = notices;
	}

	/**
	 * Sends a letter to the first mailbox that has not had it.
	 * @return whether there was one
	 */
	boolean send(HandOff handOff, LetterKind kind, String meantFor, RosterView roster) {
		for (Mailbox mailbox : this.mailboxes.of(kind, meantFor, handOff.team(), roster)) {
			Letter letter = new Letter(UUID.randomUUID(), handOff.id(), kind, meantFor, mailbox.address());
			if (this.table.insert(letter)) {
				this.notices.mail(letter.id(), mailbox.address(), this.text.words(handOff, letter, mailbox, roster));
				log.info("Queued letter {} to {}: {} of hand-off {}", letter.id(), letter.address(), kind,
						handOff.id());
				return true;
			}
		}
		return false;
	}

}
