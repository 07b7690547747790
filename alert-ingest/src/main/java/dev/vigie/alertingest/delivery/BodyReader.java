package dev.vigie.alertingest.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

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
	 * Bodies up to this length never wait: nearly all are, and no storm may hold them up.
	 */
	private static final int SMALL = 64 * KIB;

	private static final int LARGE = 1024 * KIB;

	private static final Duration COME_AGAIN = Duration.ofSeconds(5);

	private final int limit;

	private final Semaphore room;

	private final Duration patience;

	BodyReader(IngestProperties properties) {
		this.limit = Math.toIntExact(properties.bodyLimit().toBytes());
		this.room = new Semaphore(kib(Math.max(properties.inFlight().toBytes(), this.limit)) + kib(LARGE), true);
		this.patience = properties.patience();
	}

	/**
	 * Reads a body and hands it on while there is room for it.
	 * @param <T> what comes of it
	 * @param announced its length as the sender announced it, negative if it did not
	 * @throws UncheckedIOException if the connection was cut
	 */
	<T> T withBody(InputStream stream, long announced, Function<byte[], T> use) {
		if (announced > this.limit) {
			throw tooLarge();
		}
		int[] lengths = (announced >= 0) ? new int[] { (int) announced } : new int[] { SMALL, LARGE, this.limit };
		return grow(stream, new byte[0], lengths, use);
	}

	private <T> T grow(InputStream stream, byte[] start, int[] lengths, Function<byte[], T> use) {
		int length = Math.min(lengths[0], this.limit);
		int share = (length <= SMALL) ? 0 : enter(length - start.length);
		try {
			byte[] body = join(start, read(stream, length + 1 - start.length));
			if (body.length <= length) {
				return use.apply(body);
			}
			if (lengths.length == 1) {
				throw tooLarge();
			}
			return grow(stream, body, Arrays.copyOfRange(lengths, 1, lengths.length), use);
		}
		finally {
			this.room.release(share);
		}
	}

	private static byte[] join(byte[] start, byte[] rest) {
		if (start.length == 0) {
			return rest;
		}
		byte[] joined = Arrays.copyOf(start, start.length + rest.length);
		System.arraycopy(rest, 0, joined, start.length, rest.length);
		return joined;
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
