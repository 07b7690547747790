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
		Delivery delivery = destination(notice.to()).map((to) -> this.courier.deliver(notice.to(to)))
			.orElseGet(() -> new Delivery.Refused("There is no " + notice.to()));
		this.notices.record(notice, delivery);
		if (delivery instanceof Delivery.Refused(String reason)) {
			log.warn("Notice {} to {} is refused: {}", notice.id(), notice.to(), reason);
		}
		else {
			log.info("Notice {} to {}, attempt {}: {}", notice.id(), notice.to(), notice.attempts(),
					delivery.getClass().getSimpleName());
		}
	}

	private Optional<Destination> destination(Notice.To to) {
		return (to.mailbox() != null) ? Optional.of(Destination.mailbox(to.mailbox()))
				: Optional.ofNullable(to.channel()).flatMap(this.courier::destination);
	}

}
