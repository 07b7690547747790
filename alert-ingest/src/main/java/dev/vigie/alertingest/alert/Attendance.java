package dev.vigie.alertingest.alert;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether somebody was there to hear the senders for long enough to call one of them
 * silent. After this program or its database was away they are only about to say again
 * what they could not deliver: Prometheus every minute, Alertmanager with the next
 * {@code group_interval}, five minutes by default.
 */
final class Attendance {

	static final long PATIENCE = TimeUnit.MINUTES.toNanos(6);

	static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(30);

	private final LongSupplier nanos;

	private long since;

	private long last;

	Attendance(LongSupplier nanos) {
		this.nanos = nanos;
		this.since = nanos.getAsLong();
		this.last = this.since;
	}

	boolean isLongEnough() {
		long now = this.nanos.getAsLong();
		if (now - this.last > LONGEST_GAP) {
			this.since = now;
		}
		return now - this.since >= PATIENCE;
	}

	/**
	 * Somebody is there, and so is the database.
	 */
	void attended() {
		this.last = this.nanos.getAsLong();
	}

}
