package dev.vigie.alertingest.admission;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.DatabaseAway;
import dev.vigie.shared.problem.Unavailable;

/**
 * Knows how the database is from what it last did, and turns deliveries away at once
 * while it is not there or does not move, so that nobody waits for nothing. One look and
 * one commit each half a second are let through to try; the first that succeeds opens the
 * door for all. They are two doors, as a database that is read-only or full answers looks
 * all the same. Waits are measured, so this is the clock of the machine and not the time
 * of day.
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

	static final Duration STUCK = Duration.ofSeconds(5);

	private final LongSupplier nanos;

	private final Door looks;

	private final Door stores;

	private final Map<Object, Long> commits = new ConcurrentHashMap<>();

	@Autowired
	Admission() {
		this(System::nanoTime);
	}

	Admission(LongSupplier nanos) {
		this.nanos = nanos;
		this.looks = new Door(nanos);
		this.stores = new Door(nanos);
	}

	/**
	 * Looks something up that a delivery needs.
	 * @param <T> what is looked up
	 * @throws Unavailable if there would be no answer at the moment
	 */
	public <T> T look(Supplier<T> work) {
		if (!this.looks.letsIn()) {
			throw away();
		}
		try {
			T found = work.get();
			this.looks.open();
			return found;
		}
		catch (RuntimeException failure) {
			failed(this.looks, failure);
			throw failure;
		}
	}

	/**
	 * Lets a delivery in that is about to be stored.
	 * @throws Unavailable if it could not be stored at the moment
	 */
	public void enter() {
		long now = this.nanos.getAsLong();
		if (this.commits.values().stream().filter((begin) -> now - begin > STUCK.toNanos()).count() >= COMMITTERS) {
			throw new Unavailable("The database takes too long at the moment; nothing was taken, send it again",
					COME_AGAIN);
		}
		if (!this.stores.letsIn()) {
			throw away();
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
			if (this.stores.open()) {
				log.info("The database stores deliveries again");
			}
		}
		catch (RuntimeException failure) {
			failed(this.stores, failure);
			throw failure;
		}
		finally {
			this.commits.remove(commit);
		}
	}

	private static void failed(Door door, RuntimeException failure) {
		if (DatabaseAway.isCauseOf(failure) && door.shut()) {
			log.warn("The database takes no deliveries; senders are told to come again: {}", failure.toString());
		}
	}

	private static Unavailable away() {
		return new Unavailable("The database does not answer at the moment; nothing was taken, send it again",
				COME_AGAIN);
	}

}
