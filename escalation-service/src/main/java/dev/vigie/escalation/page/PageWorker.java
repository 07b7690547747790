package dev.vigie.escalation.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.vigie.escalation.channel.ChannelType;
import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * Runs the dispatcher, a thread and a number of places for each type of channel: one that
 * is slow does not hold up the other.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class PageWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PageWorker.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration GRACE = Duration.ofSeconds(5);

	private final PageDispatcher dispatcher;

	private final Signals signals;

	private final DispatchProperties properties;

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean running;

	PageWorker(PageDispatcher dispatcher, Signals signals, DispatchProperties properties) {
		this.dispatcher = dispatcher;
		this.signals = signals;
		this.properties = properties;
	}

	@Override
	public void start() {
		this.running = true;
		for (ChannelType type : ChannelType.values()) {
			this.threads.add(Thread.ofVirtual().name("dispatch-" + type).start(() -> run(type)));
		}
	}

	@Override
	public void stop() {
		this.running = false; // no interrupt: what is on its way shall be recorded
		this.threads.forEach(PageWorker::join);
		this.threads.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private static void join(Thread thread) {
		try {
			thread.join(GRACE);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void run(ChannelType type) {
		Semaphore places = new Semaphore(this.properties.parallel());
		try {
			while (this.running) {
				Signals.Ticket ticket = this.signals.ticket(Channels.OUTBOUND);
				if (!dispatch(type, places)) {
					ticket.await(POLL);
				}
			}
			places.tryAcquire(this.properties.parallel(), GRACE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean dispatch(ChannelType type, Semaphore places) throws InterruptedException {
		places.acquire();
		int free = 1 + places.drainPermits();
		List<Page> claimed = List.of();
		try {
			claimed = this.dispatcher.claim(type, free);
		}
		catch (RuntimeException failure) {
			log.warn("Pages cannot be taken now: {}", failure.toString());
		}
		places.release(free - claimed.size());
		claimed.forEach((page) -> Thread.ofVirtual().name("page-" + page.id()).start(() -> send(page, places)));
		return !claimed.isEmpty();
	}

	private void send(Page page, Semaphore places) {
		try {
			this.dispatcher.send(page);
		}
		catch (RuntimeException failure) {
			log.warn("Page {} could not be sent; it is tried again when its lease ends: {}", page.id(),
					failure.toString());
		}
		finally {
			places.release();
		}
	}

}
