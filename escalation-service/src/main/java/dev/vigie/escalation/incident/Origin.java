package dev.vigie.escalation.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the sender groups together: the integration and the labels it groups by.
 *
 * @param groupHash the labels as a key, whatever order they come in
 */
record Origin(String integration, String groupHash, Map<String, String> groupLabels) {

	Origin {
		groupLabels = Map.copyOf(groupLabels);
	}

	static Origin of(String integration, Map<String, String> groupLabels) {
		return new Origin(integration, hash(groupLabels), groupLabels);
	}

	/**
	 * The same labels, with no claim to what else the sender groups so.
	 */
	Origin apart(UUID incidentId) {
		return new Origin(this.integration, incidentId.toString(), this.groupLabels);
	}

	boolean isSame(Origin other) {
		return this.integration.equals(other.integration) && this.groupHash.equals(other.groupHash);
	}

	// Lengths keep {a="b,c"} and {a="b", c=""} apart.
	private static String hash(Map<String, String> labels) {
		StringBuilder text = new StringBuilder();
		new TreeMap<>(labels).forEach((name, value) -> text.append(name.length())
			.append(':')
			.append(name)
			.append(value.length())
			.append(':')
			.append(value));
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
