package dev.vigie.alertingest.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/**
 * A queue with a lane for each integration: each in turn gives one, so that a noisy one
 * waits behind its own and never holds up another's.
 *
 * @param <T> what waits
 */
final class Lanes<T> {

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition filled = this.lock.newCondition();

	/**
	 * The lanes in the order of their turns; none of them is empty.
	 */
	private final Map<UUID, Lane<T>> lanes = new LinkedHashMap<>();

	private final int longest;

	private final long heaviest;

	private final ToLongFunction<T> weigh;

	private boolean closed;

	/**
	 * A queue.
	 * @param longest how many may wait in one lane
	 * @param heaviest what may wait in all of them, each an equal share; a single item is
	 * never too heavy
	 */
	Lanes(int longest, long heaviest, ToLongFunction<T> weigh) {
		this.longest = longest;
		this.heaviest = heaviest;
		this.weigh = weigh;
	}

	/**
	 * Puts an item at the end of a lane.
	 * @return whether there was room for it
	 */
	boolean offer(UUID lane, T item) {
		this.lock.lock();
		try {
			Lane<T> known = this.lanes.get(lane);
			Lane<T> own = (known != null) ? known : new Lane<>();
			int sharing = this.lanes.size() + ((known != null) ? 0 : 1);
			long weight = this.weigh.applyAsLong(item);
			boolean tooMuch = own.items.size() >= this.longest
					|| (!own.items.isEmpty() && own.weight + weight > this.heaviest / sharing);
			if (this.closed || tooMuch) {
				return false;
			}
			own.items.add(item);
			own.weight += weight;
			this.lanes.putIfAbsent(lane, own);
			this.filled.signal();
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes an item out that nobody has taken yet.
	 * @return whether it was still there
	 */
	boolean remove(UUID lane, T item) {
		this.lock.lock();
		try {
			Lane<T> own = this.lanes.get(lane);
			if (own == null || !own.items.remove(item)) {
				return false;
			}
			own.weight -= this.weigh.applyAsLong(item);
			if (own.items.isEmpty()) {
				this.lanes.remove(lane);
			}
			return true;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Waits for the first item and takes as many as are there, up to the two bounds.
	 * @param weight what an item counts against the second bound
	 * @return the items; none once the queue is closed and empty
	 */
	List<T> take(int items, int weights, ToIntFunction<T> weight) {
		this.lock.lock();
		try {
			while (this.lanes.isEmpty() && !this.closed) {
				this.filled.awaitUninterruptibly();
			}
			List<T> taken = new ArrayList<>();
			int sum = 0;
			while (!this.lanes.isEmpty() && taken.size() < items && sum < weights) {
				T next = next();
				taken.add(next);
				sum += weight.applyAsInt(next);
			}
			return taken;
		}
		finally {
			this.lock.unlock();
		}
	}

	private T next() {
		Map.Entry<UUID, Lane<T>> first = this.lanes.entrySet().iterator().next();
		Lane<T> lane = first.getValue();
		T item = lane.items.remove();
		lane.weight -= this.weigh.applyAsLong(item);
		this.lanes.remove(first.getKey());
		if (!lane.items.isEmpty()) {
			this.lanes.put(first.getKey(), lane); // to the end of the turns
		}
		return item;
	}

	/**
	 * Takes items again after it was closed.
	 */
	void open() {
		this.lock.lock();
		try {
			this.closed = false;
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Takes no more items; those that wait are still given out.
	 */
	void close() {
		this.lock.lock();
		try {
			this.closed = true;
			this.filled.signalAll();
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * What waits of one integration.
	 */
	private static final class Lane<T> {

		private final Queue<T> items = new ArrayDeque<>();

		private long weight;

	}

}
