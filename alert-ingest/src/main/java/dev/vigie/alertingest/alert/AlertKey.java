package dev.vigie.alertingest.alert;

import java.util.Comparator;
import java.util.UUID;

/**
 * An alert's identity.
 */
record AlertKey(UUID integration, String fingerprint) implements Comparable<AlertKey> {

	private static final Comparator<AlertKey> ORDER = Comparator.comparing(AlertKey::integration)
		.thenComparing(AlertKey::fingerprint);

	@Override
	public int compareTo(AlertKey other) {
		return ORDER.compare(this, other);
	}

}
