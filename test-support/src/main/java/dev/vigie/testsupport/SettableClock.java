package dev.vigie.testsupport;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A clock that stands still until a test moves it.
 */
public final class SettableClock implements InstantSource {

	/**
	 * Where every test begins: a Monday noon.
	 */
	public static final Instant START = Instant.parse("2026-03-02T12:00:00Z");

	private volatile Instant now = START;

	@Override
	public Instant instant() {
		return this.now;
	}

	public synchronized void set(Instant instant) {
		this.now = instant;
	}

	public synchronized void advance(Duration duration) {
		this.now = this.now.plus(duration);
	}

}
