package dev.vigie.escalation.incident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

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

	/**
	 * A group of a single alert.
	 * @param labels what the alert is known by, for people
	 */
	static Origin ofAlert(String integration, String fingerprint, Map<String, String> labels) {
		return new Origin(integration, digest("alert:" + fingerprint), labels);
	}

	/**
	 * What only the incident itself is known by.
	 */
	static Origin ofStorm(String integration, UUID incidentId) {
		return new Origin(integration, incidentId.toString(), Map.of());
	}

	/**
	 * The same with no labels but those that are there too.
	 */
	Origin with(Map<String, String> others) {
		Map<String, String> common = new HashMap<>(this.groupLabels);
		common.entrySet().retainAll(others.entrySet());
		return new Origin(this.integration, this.groupHash, common);
	}

	/**
	 * The labels in one line, for people.
	 */
	String words() {
		return words(this.groupLabels);
	}

	static String words(Map<String, String> labels) {
		return new TreeMap<>(labels).entrySet()
			.stream()
			.map((label) -> label.getKey() + "=" + label.getValue())
			.collect(Collectors.joining(", "));
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
		return digest(text.toString());
	}

	private static String digest(String text) {
		try {
			byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(hash);
		}
		catch (NoSuchAlgorithmException failure) {
			throw new IllegalStateException(failure);
		}
	}

}
