package dev.vigie.alertingest.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

import dev.vigie.alertingest.integration.IntegrationRef;

/**
 * What one delivery says: alerts of one group from one integration.
 *
 * @param hash the group's, asked for again and again
 * @param at when it was received
 */
public record AlertReport(IntegrationRef integration, Group group, String hash, List<AlertChange> changes, Instant at) {

	public AlertReport {
		changes = List.copyOf(changes);
	}

	public AlertReport(IntegrationRef integration, Group group, List<AlertChange> changes, Instant at) {
		this(integration, group, group.hash(), changes, at);
	}

	/**
	 * What Vigie itself says in the name of an integration, by one alert that has no
	 * quota and does not grow stale.
	 * @param kind the label {@code vigie_kind}
	 */
	public static AlertReport own(IntegrationRef integration, String name, String kind, AlertChange change,
			Instant at) {
		return new AlertReport(integration.patient(),
				Group.of(change.fingerprint(),
						Map.of("alertname", name, "integration", integration.name(), "vigie_kind", kind)),
				List.of(change), at);
	}

	/**
	 * The key within which the order of the feed's events matters.
	 */
	String subject() {
		return this.integration.name() + "/" + this.hash;
	}

	/**
	 * The sender's group.
	 *
	 * @param key the sender's own name of it, free text
	 * @param labels what its alerts have in common by definition; readers of the feed
	 * know the group by them, so no other group of the integration may have the same
	 * @param hidden how many of its alerts the sender left out
	 */
	public record Group(String key, Map<String, String> labels, int hidden) {

		public Group {
			labels = Map.copyOf(labels);
		}

		/**
		 * A group that hides nothing.
		 */
		public static Group of(String key, Map<String, String> labels) {
			return new Group(key, labels, 0);
		}

		/**
		 * SHA-256 of the key: what sibling receivers send as their deduplication key.
		 */
		public String hash() {
			try {
				byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.key.getBytes(StandardCharsets.UTF_8));
				return HexFormat.of().formatHex(digest);
			}
			catch (NoSuchAlgorithmException impossible) {
				throw new IllegalStateException(impossible);
			}
		}

	}

}
