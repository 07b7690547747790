package dev.vigie.alertingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Bodies as real senders sent them, or as nobody should.
 */
public final class Fixtures {

	private Fixtures() {
	}

	public static byte[] bytes(String name) {
		try (InputStream stream = Fixtures.class.getResourceAsStream("/fixtures/" + name + ".json")) {
			if (stream == null) {
				throw new IllegalArgumentException("There is no fixture " + name);
			}
			return stream.readAllBytes();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
