package dev.vigie.shared.feed;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads one feed and keeps its place in the transaction of the effects: each event takes
 * effect exactly once and in order, whatever is restarted in between. Of several replicas
 * one holds the place, the others find it moved and stand by.
 */
class FeedReader {

	private static final Logger log = LoggerFactory.getLogger(FeedReader.class);

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
			if (isPassing(failure)) {
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
			if (isPassing(failure)) {
				throw failure;
			}
			log.error("Parked event {} of feed {}, subject {}", event.id(), feed(), event.subject(), failure);
			return Boolean.TRUE.equals(this.transactions.execute((_) -> {
				if (!this.place.hold(feed(), from)) {
					return false;
				}
				this.place.park(feed(), event, failure.toString(), this.clock.instant());
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
		for (FeedEvent event : events) {
			if (parked.contains(event.subject())) {
				this.place.park(feed(), event, "An earlier event of the same subject is parked", this.clock.instant());
			}
			else {
				this.handler.apply(event);
			}
		}
		this.place.move(feed(), events.getLast().position());
		return true;
	}

	/**
	 * Applies parked events again, in order; stops at the first that still fails.
	 * @return how many took effect
	 */
	int replayParked() {
		int taken = 0;
		while (Boolean.TRUE.equals(this.transactions.execute((_) -> replayNext()))) {
			taken++;
		}
		return taken;
	}

	private boolean replayNext() {
		List<FeedEvent> parked = this.place.parked(feed());
		if (parked.isEmpty()) {
			return false;
		}
		this.handler.apply(parked.getFirst());
		this.place.unpark(feed(), parked.getFirst());
		return true;
	}

	private static boolean isPassing(RuntimeException failure) {
		return failure instanceof TransientDataAccessException || failure instanceof DataAccessResourceFailureException
				|| failure instanceof RecoverableDataAccessException || failure instanceof TransactionException;
	}

}
