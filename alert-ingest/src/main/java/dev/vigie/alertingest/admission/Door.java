package dev.vigie.alertingest.admission;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * Is open until something failed behind it; then lets one in from time to time, until
 * something succeeds.
 */
final class Door {

	static final Duration NEXT_TRY = Duration.ofMillis(500);

	private final LongSupplier nanos;

	/**
	 * When the next may try; null while it is open.
	 */
	private final AtomicReference<@Nullable Long> nextTry = new AtomicReference<>();

	Door(LongSupplier nanos) {
		this.nanos = nanos;
	}

	boolean letsIn() {
		long now = this.nanos.getAsLong();
		Long due = this.nextTry.get();
		return due == null || (now - due >= 0 && this.nextTry.compareAndSet(due, now + NEXT_TRY.toNanos()));
	}

	/**
	 * @return whether it was open
	 */
	boolean shut() {
		return this.nextTry.getAndSet(this.nanos.getAsLong() + NEXT_TRY.toNanos()) == null;
	}

	/**
	 * @return whether it was shut
	 */
	boolean open() {
		return this.nextTry.getAndSet(null) != null;
	}

}
