package dev.vigie.escalation.notice;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Sends notices as the schedule does, for tests of other features.
 */
@Component
public class NoticeMail {

	private final NoticeDispatcher dispatcher;

	NoticeMail(NoticeDispatcher dispatcher) {
		this.dispatcher = dispatcher;
	}

	/**
	 * Sends what is due, and what becomes due by that.
	 */
	public void sendAll() {
		for (List<Notice> claimed = this.dispatcher.claim(); !claimed.isEmpty(); claimed = this.dispatcher.claim()) {
			claimed.forEach(this.dispatcher::send);
		}
	}

}
