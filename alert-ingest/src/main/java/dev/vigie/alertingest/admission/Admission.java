package dev.vigie.alertingest.admission;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.DatabaseAway;
import dev.vigie.shared.problem.Unavailable;

/**
 * Knows how the database is from what it last did, and turns deliveries away at once
 * while it is not there or does not move, so that nobody waits for nothing. One delivery
 * every half a second is let through to try; the first that is stored opens the door for
 * all. Waits are measured, so this is the clock of the machine and not the time of day.
 */
@Component
public class Admission {

	/**
	 * How many transactions store deliveries at once: while one waits for the disk, the
	 * next is on its way.
	 */
	public static final int COMMITTERS = 2;

	private static final Logger log = LoggerFactory.getLogger(Admission.class);

	private static final Duration COME_AGAIN = Duration.ofSeconds(5);

	static final Duration NEXT_TRY = Duration.ofMillis(500);

	static final Duration STUCK = Duration.ofSeconds(5);

	private final LongSupplier nanos;

	/**
	 * When the next delivery may try; null while all is well.
	 */
	private final AtomicReference<@Nullable Long> nextTry = new AtomicReference<>();

	private final Map<Object, Long> commits = new ConcurrentHashMap<>();

	@Autowired
	Admission() {
		this(System::nanoTime);
	}

	Admission(LongSupplier nanos) {
		this.nanos = nanos;
	}

	/**
	 * Lets a delivery in.
	 * @throws Unavailable if it could not be stored at the moment
	 */
	public void enter() {
		long now = this.nanos.getAsLong();
		if (isStuck(now)) {
			throw new Unavailable("The database takes too long at the moment; nothing was taken, send it again",
					COME_AGAIN);
		}
		Long due = this.nextTry.get();
		if (due != null && (now - due < 0 || !this.nextTry.compareAndSet(due, now + NEXT_TRY.toNanos()))) {
			throw new Unavailable("The database does not answer at the moment; nothing was taken, send it again",
					COME_AGAIN);
		}
	}

	/**
	 * Looks something up that a delivery needs. Whoever finds nothing gives back its try:
	 * a stranger must not keep the door shut.
	 * @param <T> what is looked up
	 */
	public <T> Optional<T> look(Supplier<Optional<T>> work) {
		try {
			Optional<T> found = work.get();
			if (found.isEmpty()) {
				this.nextTry.updateAndGet((due) -> (due != null) ? (Long) this.nanos.getAsLong() : null);
			}
			return found;
		}
		catch (RuntimeException failure) {
			failed(failure);
			throw failure;
		}
	}

	/**
	 * Commits deliveries.
	 */
	public void commit(Runnable work) {
		Object commit = new Object();
		this.commits.put(commit, this.nanos.getAsLong());
		try {
			work.run();
			succeeded();
		}
		catch (RuntimeException failure) {
			failed(failure);
			throw failure;
		}
		finally {
			this.commits.remove(commit);
		}
	}

	private boolean isStuck(long now) {
		return this.commits.values().stream().filter((begin) -> now - begin > STUCK.toNanos()).count() >= COMMITTERS;
	}

	private void failed(RuntimeException failure) {
		if (DatabaseAway.isCauseOf(failure)
				&& this.nextTry.getAndSet(this.nanos.getAsLong() + NEXT_TRY.toNanos()) == null) {
			log.warn("The database does not store deliveries; senders are told to come again: {}", failure.toString());
		}
	}

	private void succeeded() {
		if (this.nextTry.getAndSet(null) != null) {
			log.info("The database stores deliveries again");
		}
	}

}
