package dev.vigie.shared.feed;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * The feed of this program: what it has to tell is appended in the transaction of the
 * change itself. Events get their positions from the feed's head row, locked as the last
 * statement before commit: they become visible in order and without gaps, so that a
 * reader can never step over a late commit.
 */
public class Feed {

	private final FeedTable table;

	private final JsonMapper json;

	private final InstantSource clock;

	private final Runnable flush;

	/**
	 * A feed.
	 * @param flush writes what the transaction has not written yet
	 */
	Feed(FeedTable table, JsonMapper json, InstantSource clock, Runnable flush) {
		this.table = table;
		this.json = json;
		this.clock = clock;
		this.flush = flush;
	}

	/**
	 * Appends an event when the current transaction commits.
	 * @param type for example {@code dev.vigie.alert.fired}
	 * @param subject the key within which order matters
	 * @param data a record that becomes the event's JSON
	 */
	public void append(String type, String subject, Object data) {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(),
				"A feed is written in the transaction of the change itself");
		Pending pending = pending();
		Assert.state(!pending.written, "The transaction's events have their positions already");
		pending.events.add(new Entry(type, subject, this.clock.instant(), this.json.writeValueAsString(data)));
	}

	/**
	 * Lets events be appended even while the current transaction commits, in a
	 * {@code beforeCommit} that is ordered before the feed's own.
	 */
	public void prepare() {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(),
				"A feed is written in the transaction of the change itself");
		pending();
	}

	private Pending pending() {
		Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
		if (pending == null) {
			pending = new Pending();
			TransactionSynchronizationManager.bindResource(this, pending);
			TransactionSynchronizationManager.registerSynchronization(pending);
		}
		return pending;
	}

	/**
	 * An event that has no position yet.
	 */
	record Entry(String type, String subject, Instant time, String json) {
	}

	private final class Pending implements TransactionSynchronization, Ordered {

		private final List<Entry> events = new ArrayList<>();

		private boolean written;

		private @Nullable Object suspended;

		@Override
		public int getOrder() {
			return Ordered.LOWEST_PRECEDENCE;
		}

		@Override
		public void beforeCommit(boolean readOnly) {
			if (!this.events.isEmpty()) {
				// Nothing may wait for a row lock while it holds the head.
				Feed.this.flush.run();
				Feed.this.table.append(this.events);
			}
			this.written = true;
		}

		@Override
		public void suspend() {
			this.suspended = TransactionSynchronizationManager.unbindResource(Feed.this);
		}

		@Override
		public void resume() {
			if (this.suspended != null) {
				TransactionSynchronizationManager.bindResource(Feed.this, this.suspended);
			}
		}

		@Override
		public void beforeCompletion() {
			TransactionSynchronizationManager.unbindResource(Feed.this);
		}

	}

}
