package dev.vigie.escalation.handoff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.handoff.LetterTable.Letter;
import dev.vigie.escalation.notice.MailTroubled;
import dev.vigie.escalation.roster.Roster;

/**
 * Sends a letter that does not arrive to the next mailbox, in the transaction in which
 * its failure is recorded.
 */
@Component
class LostLetters {

	private static final Logger log = LoggerFactory.getLogger(LostLetters.class);

	private final LetterTable letters;

	private final HandOffTable handOffs;

	private final Letters writing;

	private final Roster roster;

	LostLetters(LetterTable letters, HandOffTable handOffs, Letters writing, Roster roster) {
		this.letters = letters;
		this.handOffs = handOffs;
		this.writing = writing;
		this.roster = roster;
	}

	@EventListener
	void on(MailTroubled trouble) {
		this.letters.lose(trouble.id()).ifPresent((letter) -> sendElsewhere(letter, trouble.reason()));
	}

	private void sendElsewhere(Letter lost, String reason) {
		HandOff handOff = this.handOffs.find(lost.handOffId()).orElseThrow();
		if (!this.writing.send(handOff, lost.kind(), lost.meantFor(), this.roster.stored())) {
			log.error("Letter {} of hand-off {} of {} does not arrive, and there is no other mailbox for it: {}",
					lost.kind(), handOff.id(), handOff.change().schedule(), reason);
		}
	}

}
