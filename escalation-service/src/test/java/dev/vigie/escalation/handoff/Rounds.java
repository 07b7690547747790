package dev.vigie.escalation.handoff;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.notice.NoticeMail;

/**
 * Finds and tells hand-offs as the schedule does, for tests of other features.
 */
@Component
public class Rounds {

	private final HandOffRound round;

	private final NoticeMail mail;

	Rounds(HandOffRound round, NoticeMail mail) {
		this.round = round;
		this.mail = mail;
	}

	public void run() {
		this.round.run();
		this.mail.sendAll();
	}

}
