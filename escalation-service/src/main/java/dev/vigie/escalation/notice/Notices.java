package dev.vigie.escalation.notice;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.vigie.escalation.channel.Backoff;
import dev.vigie.escalation.channel.Delivery;

/**
 * The notices and what becomes of them.
 */
@Component
@Transactional
public class Notices {

	private static final Logger log = LoggerFactory.getLogger(Notices.class);

	/**
	 * How long a sender has a notice before it is taken for dead.
	 */
	static final Duration LEASE = Duration.ofSeconds(60);

	/**
	 * From here on nobody wants to hear of it any more.
	 */
	static final Duration STALE = Duration.ofDays(1);

	// From here on somebody else must know.
	private static final int PATIENCE = 3;

	private static final Duration KEPT = Duration.ofDays(90);

	private final NoticeTable table;

	private final SilenceText text;

	private final ApplicationEventPublisher events;

	private final InstantSource clock;

	Notices(NoticeTable table, SilenceText text, ApplicationEventPublisher events, InstantSource clock) {
		this.table = table;
		this.text = text;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Queues the news for each channel that wants it, in the caller's transaction and
	 * once, however often the event is heard.
	 */
	public void announce(SilenceNews news) {
		Words words = this.text.words(news);
		for (String channel : news.channels()) {
			UUID id = UUID.nameUUIDFromBytes((news.event() + " " + channel).getBytes(StandardCharsets.UTF_8));
			if (this.table.insert(Notice.of(id, Notice.To.channel(channel), words, this.clock.instant()))) {
				log.info("Queued notice {} to channel {}: silence {} {}", id, channel, news.silence().name(),
						news.turn());
			}
		}
	}

	/**
	 * Queues a mail in the caller's transaction. Whoever sends it elsewhere when it does
	 * not arrive hears {@link MailTroubled}.
	 */
	public void mail(UUID id, String mailbox, Words words) {
		this.table.insert(Notice.of(id, Notice.To.mailbox(mailbox), words, this.clock.instant()));
	}

	/**
	 * Queues a mail for somebody in the caller's transaction, once for the id: to the
	 * first of their mailboxes, and when it does not arrive there to the next.
	 * @return whether they have any mailbox
	 */
	public boolean mail(UUID id, List<String> mailboxes, Words words) {
		if (mailboxes.isEmpty()) {
			return false;
		}
		this.table.insert(Notice.of(id, mailboxes, words, this.clock.instant()));
		return true;
	}

	/**
	 * Queues a message to a configured channel in the caller's transaction, once for the
	 * id.
	 */
	public void post(UUID id, String channel, Words words) {
		this.table.insert(Notice.of(id, Notice.To.channel(channel), words, this.clock.instant()));
	}

	List<Notice> claim(int limit) {
		Instant now = this.clock.instant();
		return this.table.claim(now, now.plus(LEASE), limit);
	}

	/**
	 * Records how an attempt ended, unless another has taken it over.
	 */
	void record(Notice attempt, Delivery delivery) {
		switch (delivery) {
			case Delivery.Delivered() -> this.table.delivered(attempt);
			case Delivery.Refused(String reason) -> {
				this.table.failed(attempt, reason);
				sayTroubled(attempt, reason);
			}
			case Delivery.TryLater(Duration after, String reason) -> postpone(attempt, after, reason);
			case Delivery.Spared spared -> postpone(attempt, spared.after(), spared.reason());
			case Delivery.Deferred(String reason) -> postpone(attempt, Duration.ZERO, reason);
		}
	}

	void forgetOld() {
		this.table.forget(this.clock.instant().minus(KEPT));
	}

	private void postpone(Notice attempt, Duration after, String reason) {
		Instant next = this.clock.instant().plus(Backoff.after(attempt.attempts(), after));
		boolean elsewhere = attempt.attempts() >= PATIENCE && !attempt.otherwise().isEmpty();
		if (elsewhere || next.isAfter(attempt.createdAt().plus(STALE))) {
			this.table.failed(attempt, reason);
		}
		else {
			this.table.postponed(attempt, reason, next);
		}
		if (attempt.attempts() >= PATIENCE) {
			sayTroubled(attempt, reason);
		}
	}

	private void sayTroubled(Notice attempt, String reason) {
		if (attempt.to().mailbox() != null) {
			attempt.elsewhere(this.clock.instant()).ifPresent(this.table::insert);
			this.events.publishEvent(new MailTroubled(attempt.id(), reason));
		}
	}

}
