package dev.vigie.alertingest.alert;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What one delivery says: alerts of one group from one integration.
 */
public record AlertReport(Origin origin, Group group, List<AlertChange> changes) {

	public AlertReport {
		changes = List.copyOf(changes);
	}

	/**
	 * The integration that the report came through.
	 */
	public record Origin(UUID id, String name, String type, @Nullable String team) {
	}

	/**
	 * The sender's group.
	 *
	 * @param key the sender's own name of it, free text
	 * @param labels what its alerts have in common by definition
	 * @param hidden how many of its alerts the sender left out
	 */
	public record Group(String key, Map<String, String> labels, int hidden) {

		public Group {
			labels = Map.copyOf(labels);
		}

		/**
		 * SHA-256 of the key: what sibling receivers send as their deduplication key.
		 */
		String hash() {
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
