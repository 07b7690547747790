package dev.vigie.escalation.paging;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * Runs the executor as soon as something is due, in each replica.
 */
@Component
@ConditionalOnBooleanProperty(name = "vigie.workers.enabled", matchIfMissing = true)
class PagingWorker implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PagingWorker.class);

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration GRACE = Duration.ofSeconds(5);

	private final StepExecutor executor;

	private final Signals signals;

	private volatile boolean running;

	private @Nullable Thread thread;

	PagingWorker(StepExecutor executor, Signals signals) {
		this.executor = executor;
		this.signals = signals;
	}

	@Override
	public void start() {
		this.running = true;
		this.thread = Thread.ofVirtual().name("paging").start(this::run);
	}

	@Override
	public void stop() {
		this.running = false; // no interrupt: what was taken shall be recorded
		try {
			if (this.thread != null) {
				this.thread.join(GRACE);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run() {
		try {
			while (this.running) {
				Signals.Ticket ticket = this.signals.ticket(Channels.DUE);
				Duration rest = runDue();
				if (rest.isPositive()) {
					ticket.await(rest);
				}
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private Duration runDue() {
		try {
			return (this.executor.runDue() > 0) ? Duration.ZERO : this.executor.rest(POLL);
		}
		catch (RuntimeException failure) {
			log.warn("Due incidents cannot be carried out now: {}", failure.toString());
			return POLL;
		}
	}

}
