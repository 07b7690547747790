package dev.vigie.allinone.clock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * A clock that runs {@code speed} times as fast as the wall's. How far it may have run is
 * written down before it runs there, so that the next run on the same data, at whatever
 * speed and however this one ended, begins later and never before.
 */
public final class ScaledClock implements InstantSource, AutoCloseable {

	// What a killed run may skip; in wall time, so that it is small at any speed.
	private static final Duration AHEAD = Duration.ofSeconds(2);

	private final Path file;

	private final int speed;

	private final LongSupplier nanos;

	private final Instant begin;

	private final long beginNanos;

	private volatile Instant written;

	private ScaledClock(Path file, int speed, Instant begin, LongSupplier nanos) {
		this.file = file;
		this.speed = speed;
		this.begin = begin;
		this.nanos = nanos;
		this.beginNanos = nanos.getAsLong();
		this.written = begin;
	}

	/**
	 * The clock of an installation.
	 * @param file where its place is kept
	 * @param speed how many seconds it makes of one
	 * @param wall the wall's clock, which it starts from when it is not ahead already
	 */
	public static ScaledClock continuing(Path file, int speed, InstantSource wall) {
		return continuing(file, speed, wall.instant(), System::nanoTime);
	}

	/**
	 * Whether an earlier run left its clock in the file.
	 */
	public static boolean isKept(Path file) {
		return Files.exists(file);
	}

	static ScaledClock continuing(Path file, int speed, Instant wall, LongSupplier nanos) {
		Instant begin = wall;
		if (Files.exists(file)) {
			Instant last = read(file);
			begin = last.isAfter(wall) ? last : wall;
		}
		return new ScaledClock(file, speed, begin, nanos);
	}

	@Override
	public Instant instant() {
		Instant now = this.begin.plusNanos((this.nanos.getAsLong() - this.beginNanos) * this.speed);
		if (!now.isBefore(this.written)) {
			write(now.plus(AHEAD.multipliedBy(this.speed)));
		}
		return now;
	}

	/**
	 * Notes the exact place, so that an orderly end skips nothing.
	 */
	@Override
	public synchronized void close() {
		Instant now = instant();
		save(now);
		this.written = now;
	}

	private synchronized void write(Instant until) {
		if (until.isAfter(this.written)) {
			save(until);
			this.written = until;
		}
	}

	private void save(Instant instant) {
		Path next = this.file.resolveSibling(this.file.getFileName() + ".next");
		try {
			Files.writeString(next, instant.toString());
			Files.move(next, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private static Instant read(Path file) {
		try {
			return Instant.parse(Files.readString(file).strip());
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
