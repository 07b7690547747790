package dev.vigie.alertingest.lock;

import java.net.InetAddress;
import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A range of addresses such as {@code 10.0.0.0/8} or a single one, kept as written.
 */
public record Network(@JsonValue String text) {

	private static final String WANTED = "must be a network such as 10.0.0.0/8 or 2001:db8::/32, or an address";

	@JsonCreator
	public Network {
		bits(text, address(text));
	}

	public boolean contains(InetAddress client) {
		byte[] range = address(this.text);
		byte[] bytes = client.getAddress();
		int bits = bits(this.text, range);
		if (range.length != bytes.length || !Arrays.equals(range, 0, bits / 8, bytes, 0, bits / 8)) {
			return false;
		}
		int mask = 0xff00 >> (bits % 8) & 0xff;
		return mask == 0 || ((range[bits / 8] ^ bytes[bits / 8]) & mask) == 0;
	}

	private static byte[] address(String text) {
		try {
			return InetAddress.ofLiteral(text.replaceFirst("/.*$", "")).getAddress();
		}
		catch (IllegalArgumentException _) {
			throw new IllegalArgumentException(WANTED);
		}
	}

	private static int bits(String text, byte[] address) {
		int slash = text.indexOf('/');
		if (slash < 0) {
			return address.length * 8;
		}
		String bits = text.substring(slash + 1);
		if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > address.length * 8) {
			throw new IllegalArgumentException(WANTED);
		}
		return Integer.parseInt(bits);
	}

}
