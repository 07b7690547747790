package dev.vigie.alertingest.alert;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whether somebody was there to hear the senders for long enough to call one of them
 * silent. After this program or its database was away they are only about to say again
 * what they could not deliver: Prometheus every minute, Alertmanager with the next
 * {@code group_interval}, five minutes by default.
 */
public final class Attendance {

	/**
	 * How long is always long enough.
	 */
	public static final Duration PATIENCE = Duration.ofMinutes(6);

	static final long LONGEST_GAP = TimeUnit.SECONDS.toNanos(30);

	private final LongSupplier nanos;

	private long since;

	private long last;

	/**
	 * Begins now.
	 * @param nanos a clock that nobody sets
	 */
	public Attendance(LongSupplier nanos) {
		this.nanos = nanos;
		this.since = nanos.getAsLong();
		this.last = this.since;
	}

	boolean isLongEnough() {
		return length().compareTo(PATIENCE) >= 0;
	}

	/**
	 * How long somebody has been there without a gap.
	 */
	public Duration length() {
		long now = this.nanos.getAsLong();
		if (now - this.last > LONGEST_GAP) {
			this.since = now;
		}
		return Duration.ofNanos(now - this.since);
	}

	/**
	 * Somebody is there, and so is the database.
	 */
	public void attended() {
		this.last = this.nanos.getAsLong();
	}

}
