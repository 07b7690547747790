package dev.vigie.escalation.page;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.ChannelType;
import dev.vigie.escalation.channel.Courier;
import dev.vigie.escalation.channel.Delivery;

/**
 * Sends pages: takes them, sends them outside any transaction, records how that ended. A
 * crash in between means a second mail with the same {@code Message-ID}, never none.
 */
@Component
public class PageDispatcher {

	private static final Logger log = LoggerFactory.getLogger(PageDispatcher.class);

	private static final int BATCH = 50;

	private final Pages pages;

	private final Courier courier;

	private final PageText text;

	private final Outcomes outcomes;

	PageDispatcher(Pages pages, Courier courier, PageText text, Outcomes outcomes) {
		this.pages = pages;
		this.courier = courier;
		this.text = text;
		this.outcomes = outcomes;
	}

	/**
	 * Sends what is due now and waits for it.
	 * @return how many attempts were made
	 */
	public int runDue() {
		int attempts = 0;
		for (ChannelType type : ChannelType.values()) {
			List<Page> claimed = claim(type, BATCH);
			try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
				claimed.forEach((page) -> threads.execute(() -> send(page)));
			}
			attempts += claimed.size();
		}
		return attempts;
	}

	List<Page> claim(ChannelType type, int limit) {
		this.outcomes.recordAgain();
		this.pages.abandoned().forEach(this::giveUp);
		return this.pages.claim(type, limit);
	}

	// One of which nothing will come must not keep the others from going out.
	private void giveUp(Page abandoned) {
		try {
			this.pages.giveUp(abandoned);
		}
		catch (RuntimeException failure) {
			log.warn("Page {} is wanted by nobody and cannot be given up now: {}", abandoned.id(), failure.toString());
		}
	}

	void send(Page page) {
		Delivery delivery = this.courier.deliver(this.text.render(page));
		this.outcomes.record(page, delivery);
		log.info("Page {} to {} for incident {} at step {}, attempt {}: {}", page.id(), page.recipient(),
				page.at().incidentId(), page.at().step(), page.attempts(), delivery.getClass().getSimpleName());
	}

}
