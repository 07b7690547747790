package dev.vigie.escalation.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

/**
 * Signs as Standard Webhooks says: HMAC-SHA256 over id, time and body.
 */
public final class WebhookSignature {

	private static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	private static final int SHORTEST_KEY = 16;

	private WebhookSignature() {
	}

	public static String sign(String secret, String id, long timestamp, String body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key(secret), ALGORITHM));
			byte[] signature = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
			return "v1," + Base64.getEncoder().encodeToString(signature);
		}
		catch (GeneralSecurityException failure) {
			throw new IllegalStateException("This machine cannot sign", failure);
		}
	}

	/**
	 * Whether it can be signed with: {@code whsec_} and Base64, or at least 16
	 * characters.
	 */
	public static boolean isSecret(@Nullable String secret) {
		try {
			return secret != null && key(secret).length >= SHORTEST_KEY
					&& secret.chars().noneMatch(Character::isISOControl);
		}
		catch (IllegalArgumentException _) {
			return false;
		}
	}

	/**
	 * The key behind a secret as people write it.
	 * @throws IllegalArgumentException when it is not Base64
	 */
	static byte[] key(String secret) {
		return secret.startsWith(PREFIX) ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
				: secret.getBytes(StandardCharsets.UTF_8);
	}

}
