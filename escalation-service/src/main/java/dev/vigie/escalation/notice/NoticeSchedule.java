package dev.vigie.escalation.notice;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Runs the dispatcher in every replica; tests run it themselves. A channel that is slow
 * keeps a thread of its own busy and no other channel waiting.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class NoticeSchedule {

	private static final Logger log = LoggerFactory.getLogger(NoticeSchedule.class);

	private final NoticeDispatcher dispatcher;

	private final Notices notices;

	NoticeSchedule(NoticeDispatcher dispatcher, Notices notices) {
		this.dispatcher = dispatcher;
		this.notices = notices;
	}

	@Scheduled(fixedDelayString = "PT1S")
	void run() {
		this.dispatcher.claim()
			.forEach((notice) -> Thread.ofVirtual().name("notice-" + notice.id()).start(() -> send(notice)));
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
	void forgetOld() {
		this.notices.forgetOld();
	}

	private void send(Notice notice) {
		try {
			this.dispatcher.send(notice);
		}
		catch (RuntimeException failure) {
			log.warn("How notice {} ended is not recorded; it is sent again when its lease ends: {}", notice.id(),
					failure.toString());
		}
	}

}
