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
	private final Map<UUID, Queue<T>> lanes = new LinkedHashMap<>();

	private final int longest;

	private boolean closed;

	/**
	 * A queue.
	 * @param longest how many may wait in one lane
	 */
	Lanes(int longest) {
		this.longest = longest;
	}

	/**
	 * Puts an item at the end of a lane.
	 * @return whether there was room for it
	 */
	boolean offer(UUID lane, T item) {
		this.lock.lock();
		try {
			Queue<T> queue = this.lanes.getOrDefault(lane, new ArrayDeque<>());
			if (this.closed || queue.size() >= this.longest) {
				return false;
			}
			queue.add(item);
			this.lanes.putIfAbsent(lane, queue);
			this.filled.signal();
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
		Map.Entry<UUID, Queue<T>> first = this.lanes.entrySet().iterator().next();
		Queue<T> lane = first.getValue();
		T item = lane.remove();
		this.lanes.remove(first.getKey());
		if (!lane.isEmpty()) {
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

}
