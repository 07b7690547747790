package dev.vigie.alertingest.sender;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;

/**
 * Computes an alert's fingerprint as Alertmanager does: FNV-1a over its labels, sorted by
 * the bytes of their names.
 */
public final class Fingerprints {

	private static final long OFFSET = 0xcbf29ce484222325L;

	private static final long PRIME = 1099511628211L;

	private static final int LONGEST = 512;

	private static final byte[] SEPARATOR = { (byte) 0xff };

	private Fingerprints() {
	}

	public static String of(Map<String, String> labels) {
		long[] hash = { OFFSET };
		labels.entrySet()
			.stream()
			.map((label) -> new byte[][] { bytes(label.getKey()), bytes(label.getValue()) })
			.sorted((one, other) -> Arrays.compareUnsigned(one[0], other[0]))
			.forEach((label) -> {
				hash[0] = add(add(hash[0], label[0]), SEPARATOR);
				hash[0] = add(add(hash[0], label[1]), SEPARATOR);
			});
		return HexFormat.of().toHexDigits(hash[0]);
	}

	/**
	 * An identity that the sender gave, or a short one in its place if it is too long to
	 * be kept.
	 */
	public static String bounded(String identity) {
		return (identity.length() <= LONGEST) ? identity : of(Map.of("identity", identity));
	}

	private static long add(long hash, byte[] bytes) {
		long result = hash;
		for (byte next : bytes) {
			result = (result ^ (next & 0xff)) * PRIME;
		}
		return result;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
