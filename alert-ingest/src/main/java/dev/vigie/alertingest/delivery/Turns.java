package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets a transaction begin when the one before it ends: what comes in between shares it,
 * and the more share it the less each costs. One that takes long, because it is large or
 * the disk is slow, does not keep the next from going along.
 */
final class Turns {

	private final Semaphore turn = new Semaphore(1);

	private final Duration patience;

	Turns(Duration patience) {
		this.patience = patience;
	}

	/**
	 * Does one piece of work in its turn.
	 */
	<T> T take(Supplier<T> work) {
		boolean taken = begin();
		try {
			return work.get();
		}
		finally {
			if (taken) {
				this.turn.release();
			}
		}
	}

	private boolean begin() {
		try {
			return this.turn.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

}
