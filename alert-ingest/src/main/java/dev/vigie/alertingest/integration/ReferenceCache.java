package dev.vigie.alertingest.integration;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import dev.vigie.alertingest.admission.Admission;
import dev.vigie.shared.signal.Channels;
import dev.vigie.shared.signal.Signals;

/**
 * Remembers for a second which integration a key opens, so that a storm does not ask the
 * database again for each of its bodies; then one of them asks, and the others go on with
 * what is known for a second more at most. A change drops everything: here with its
 * commit, in other replicas with its signal. What opens nothing is not remembered.
 */
@Component
class ReferenceCache {

	private static final int MOST = 10_000;

	private static final long OLD_NANOS = Duration.ofSeconds(1).toNanos();

	private final Signals signals;

	private final Admission admission;

	private final Map<ByteBuffer, Entry> entries = new ConcurrentHashMap<>();

	private final AtomicLong generation = new AtomicLong();

	ReferenceCache(Signals signals, Admission admission) {
		this.signals = signals;
		this.admission = admission;
	}

	/**
	 * @param lookup asks the database
	 */
	Optional<Opened> get(byte[] hash, Supplier<Optional<Opened>> lookup) {
		ByteBuffer key = ByteBuffer.wrap(hash);
		Entry known = this.entries.get(key);
		if (known != null && isFresh(known)) {
			return Optional.of(known.opened());
		}
		// Everything is noted before the look, so that no change in between is missed.
		long begin = System.nanoTime();
		long seen = this.generation.get();
		Signals.Ticket ticket = this.signals.ticket(Channels.CONFIGURATION);
		Optional<Opened> found = this.admission.look(lookup);
		if (found.isEmpty()) {
			this.entries.remove(key);
			return found;
		}
		if (this.entries.size() >= MOST) {
			this.entries.clear();
		}
		this.entries.put(key, new Entry(found.get(), begin, seen, ticket));
		return found;
	}

	/**
	 * Drops everything as soon as the current transaction is committed.
	 */
	void forget() {
		this.signals.send(Channels.CONFIGURATION);
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
			@Override
			public void afterCommit() {
				ReferenceCache.this.generation.incrementAndGet();
				ReferenceCache.this.entries.clear();
			}
		});
	}

	private boolean isFresh(Entry entry) {
		if (entry.generation() != this.generation.get() || !entry.ticket().unchanged()) {
			return false;
		}
		long age = System.nanoTime() - entry.nanos();
		return age < OLD_NANOS || (age < 2 * OLD_NANOS && !entry.isFirstToAskAgain());
	}

	/**
	 * A key and what it opens.
	 */
	record Opened(IntegrationKey key, IntegrationRef integration) {
	}

	private record Entry(Opened opened, long nanos, long generation, Signals.Ticket ticket, AtomicBoolean asked) {

		private Entry(Opened opened, long nanos, long generation, Signals.Ticket ticket) {
			this(opened, nanos, generation, ticket, new AtomicBoolean());
		}

		private boolean isFirstToAskAgain() {
			return this.asked.compareAndSet(false, true);
		}

	}

}
