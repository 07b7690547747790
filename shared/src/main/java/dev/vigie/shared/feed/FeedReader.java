package dev.vigie.shared.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads one feed and keeps its place in the transaction of the effects: each event takes
 * effect exactly once and in order, whatever is restarted in between. Of several replicas
 * one holds the place, the others find it moved and stand by.
 */
class FeedReader {

	private static final Logger log = LoggerFactory.getLogger(FeedReader.class);

	/**
	 * How long a replica leaves alone what another is at work on.
	 */
	private static final long STAND_BY = TimeUnit.MILLISECONDS.toNanos(50);

	private final FeedHandler handler;

	private final FeedClient client;

	private final FeedPlace place;

	private final TransactionOperations transactions;

	private final InstantSource clock;

	FeedReader(FeedHandler handler, FeedClient client, FeedPlace place, TransactionOperations transactions,
			InstantSource clock) {
		this.handler = handler;
		this.client = client;
		this.place = place;
		this.transactions = transactions;
		this.clock = clock;
	}

	String feed() {
		return this.handler.feed();
	}

	/**
	 * Fetches and takes one batch.
	 * @return how many events took effect here; 0 when there was none or another replica
	 * took them
	 */
	int readOnce(Duration wait) {
		long from = this.place.read(feed());
		List<FeedEvent> events = this.client.after(from, wait);
		if (events.isEmpty()) {
			return 0;
		}
		if (!takeTogether(from, events)) {
			LockSupport.parkNanos(STAND_BY);
			return 0;
		}
		this.handler.afterBatch();
		return events.size();
	}

	private boolean takeTogether(long from, List<FeedEvent> events) {
		try {
			return Boolean.TRUE.equals(this.transactions.execute((_) -> take(from, events)));
		}
		catch (RuntimeException failure) {
			if (FeedFailures.isPassing(failure)) {
				throw failure;
			}
			log.warn("A batch of {} events of feed {} failed, taking them one by one: {}", events.size(), feed(),
					failure.toString());
			return takeOneByOne(from, events);
		}
	}

	private boolean takeOneByOne(long from, List<FeedEvent> events) {
		long at = from;
		for (FeedEvent event : events) {
			if (!takeOrPark(at, event)) {
				return false;
			}
			at = event.position();
		}
		return true;
	}

	private boolean takeOrPark(long from, FeedEvent event) {
		try {
			return Boolean.TRUE.equals(this.transactions.execute((_) -> take(from, List.of(event))));
		}
		catch (RuntimeException failure) {
			if (FeedFailures.isPassing(failure)) {
				throw failure;
			}
			log.error("Parked event {} of feed {}, subject {}", event.id(), feed(), event.subject(), failure);
			return Boolean.TRUE.equals(this.transactions.execute((_) -> {
				if (!this.place.hold(feed(), from)) {
					return false;
				}
				this.place.park(feed(), event, FeedFailures.text(failure), this.clock.instant());
				this.place.move(feed(), event.position());
				return true;
			}));
		}
	}

	private boolean take(long from, List<FeedEvent> events) {
		if (!this.place.hold(feed(), from)) {
			return false;
		}
		Set<String> parked = this.place.parkedSubjects(feed());
		List<FeedEvent> free = new ArrayList<>();
		for (FeedEvent event : events) {
			if (parked.contains(event.subject())) {
				this.place.park(feed(), event, "An earlier event of the same subject is parked", this.clock.instant());
			}
			else {
				free.add(event);
			}
		}
		this.handler.applyAll(free);
		this.place.move(feed(), events.getLast().position());
		return true;
	}

	/**
	 * Applies parked events again, each subject's in order and up to the first that still
	 * fails.
	 * @return how many took effect
	 */
	int replayParked() {
		Set<String> failing = new HashSet<>();
		int taken = 0;
		for (Optional<FeedEvent> next = nextParked(failing); next.isPresent(); next = nextParked(failing)) {
			try {
				taken += replay(next.get()) ? 1 : 0;
			}
			catch (RuntimeException failure) {
				if (FeedFailures.isPassing(failure)) {
					throw failure;
				}
				log.warn("Event {} of feed {} still cannot be applied: {}", next.get().id(), feed(),
						failure.toString());
				failing.add(next.get().subject());
			}
		}
		return taken;
	}

	private Optional<FeedEvent> nextParked(Set<String> failing) {
		return this.place.nextParked(feed(), failing);
	}

	private boolean replay(FeedEvent event) {
		return Boolean.TRUE.equals(this.transactions.execute((_) -> {
			this.place.lock(feed()); // else an event read now could be parked behind
										// nothing
			if (!this.place.unpark(feed(), event)) {
				return false;
			}
			this.handler.apply(event);
			return true;
		}));
	}

}
