package dev.vigie.alertingest.sender;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import dev.vigie.shared.problem.TooLarge;
import dev.vigie.shared.problem.Unavailable;

/**
 * Reads the raw bytes of deliveries, at most so many each and so many at once.
 */
@Component
@EnableConfigurationProperties(IngestProperties.class)
class BodyReader {

	private static final int KIB = 1024;

	/**
	 * What a body of unknown length is given to begin with; most are far smaller.
	 */
	private static final int FIRST = 1024 * KIB;

	private static final Duration COME_AGAIN = Duration.ofSeconds(5);

	private final int limit;

	private final Semaphore room;

	private final Duration patience;

	BodyReader(IngestProperties properties) {
		this.limit = Math.toIntExact(properties.bodyLimit().toBytes());
		this.room = new Semaphore(kib(Math.max(properties.inFlight().toBytes(), this.limit)) + 1, true);
		this.patience = properties.patience();
	}

	/**
	 * Reads a body and hands it on while there is room for it.
	 * @param announced its length as the sender announced it, negative if it did not
	 * @throws UncheckedIOException if the connection was cut
	 */
	int withBody(InputStream stream, long announced, ToIntFunction<byte[]> use) {
		if (announced > this.limit) {
			throw tooLarge();
		}
		int first = (int) ((announced >= 0) ? announced : Math.min(FIRST, this.limit));
		int share = enter(first);
		try {
			byte[] start = read(stream, first + 1);
			return (start.length <= first) ? use.applyAsInt(start) : withRest(stream, start, use);
		}
		finally {
			this.room.release(share);
		}
	}

	private int withRest(InputStream stream, byte[] start, ToIntFunction<byte[]> use) {
		int share = enter(this.limit - start.length + 1);
		try {
			byte[] rest = read(stream, this.limit - start.length + 1);
			if (start.length + rest.length > this.limit) {
				throw tooLarge();
			}
			byte[] body = Arrays.copyOf(start, start.length + rest.length);
			System.arraycopy(rest, 0, body, start.length, rest.length);
			return use.applyAsInt(body);
		}
		finally {
			this.room.release(share);
		}
	}

	private static byte[] read(InputStream stream, int atMost) {
		try {
			return stream.readNBytes(atMost);
		}
		catch (IOException cut) {
			throw new UncheckedIOException("The connection was cut before the end of the body", cut);
		}
	}

	private int enter(int bytes) {
		int share = kib(bytes);
		try {
			if (this.room.tryAcquire(share, this.patience.toMillis(), TimeUnit.MILLISECONDS)) {
				return share;
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		throw new Unavailable("Too much is coming in at the moment; nothing was taken, send it again", COME_AGAIN);
	}

	private TooLarge tooLarge() {
		return new TooLarge(
				"The body is larger than %d MiB; set max_alerts in the sender".formatted(this.limit / KIB / KIB));
	}

	private static int kib(long bytes) {
		return Math.toIntExact(bytes / KIB) + 1;
	}

}
