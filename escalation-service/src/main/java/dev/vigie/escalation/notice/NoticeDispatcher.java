package dev.vigie.escalation.notice;

import java.util.List;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.Courier;
import dev.vigie.escalation.channel.Delivery;
import dev.vigie.escalation.channel.Destination;

/**
 * Sends notices as pages are sent: taken, sent outside any transaction, recorded. A crash
 * in between means a second message with the same id, never none.
 */
@Component
class NoticeDispatcher {

	private static final Logger log = LoggerFactory.getLogger(NoticeDispatcher.class);

	private static final int BATCH = 10;

	private final Notices notices;

	private final Courier courier;

	NoticeDispatcher(Notices notices, Courier courier) {
		this.notices = notices;
		this.courier = courier;
	}

	/**
	 * Takes what is due; whoever takes it sends it.
	 */
	List<Notice> claim() {
		return this.notices.claim(BATCH);
	}

	void send(Notice notice) {
		Optional<Destination> destination = this.courier.destination(notice.channel());
		Delivery delivery = destination.map((to) -> this.courier.deliver(notice.to(to)))
			.orElseGet(() -> new Delivery.Refused("There is no channel " + notice.channel()));
		this.notices.record(notice, delivery);
		if (delivery instanceof Delivery.Refused(String reason)) {
			log.warn("Notice {} to channel {} is refused: {}", notice.id(), notice.channel(), reason);
		}
		else {
			log.info("Notice {} to channel {}, attempt {}: {}", notice.id(), notice.channel(), notice.attempts(),
					delivery.getClass().getSimpleName());
		}
	}

}
