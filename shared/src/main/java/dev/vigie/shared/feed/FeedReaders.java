package dev.vigie.shared.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Runs the readers of a program, a thread each, and tries again when a feed or the
 * database is away.
 */
public class FeedReaders implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(FeedReaders.class);

	private static final Duration WAIT = Duration.ofSeconds(20);

	private static final long SHORTEST_PAUSE = TimeUnit.MILLISECONDS.toNanos(200);

	private static final long LONGEST_PAUSE = TimeUnit.SECONDS.toNanos(5);

	private final List<FeedReader> readers;

	private final List<Thread> threads = new ArrayList<>();

	private volatile boolean running;

	FeedReaders(List<FeedReader> readers) {
		this.readers = List.copyOf(readers);
	}

	/**
	 * Applies parked events again.
	 * @return how many took effect
	 */
	public int replayParked() {
		return this.readers.stream().mapToInt(FeedReader::replayParked).sum();
	}

	@Override
	public void start() {
		this.running = true;
		this.readers.forEach((reader) -> this.threads
			.add(Thread.ofVirtual().name("feed-" + reader.feed()).start(() -> run(reader))));
	}

	@Override
	public void stop() {
		this.running = false;
		this.threads.forEach(Thread::interrupt);
		this.threads.forEach(FeedReaders::join);
		this.threads.clear();
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	private void run(FeedReader reader) {
		long pause = SHORTEST_PAUSE;
		while (this.running) {
			try {
				reader.readOnce(WAIT);
				pause = SHORTEST_PAUSE;
			}
			catch (RuntimeException | Error failure) {
				if (this.running) {
					log.warn("Feed {} cannot be read now: {}", reader.feed(), failure.toString());
					LockSupport.parkNanos(pause);
					pause = Math.min(pause * 2, LONGEST_PAUSE);
				}
			}
		}
	}

	private static void join(Thread thread) {
		try {
			thread.join(Duration.ofSeconds(5));
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

}
