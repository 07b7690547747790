package dev.vigie.escalation.channel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Standard Webhooks says: HMAC-SHA256 over id, time and body.
 */
final class WebhookSignature {

	static final String PREFIX = "whsec_";

	private static final String ALGORITHM = "HmacSHA256";

	private WebhookSignature() {
	}

	static String sign(String secret, String id, long timestamp, String body) {
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
	 * The key behind a secret as people write it.
	 * @throws IllegalArgumentException when it is not Base64
	 */
	static byte[] key(String secret) {
		return secret.startsWith(PREFIX) ? Base64.getDecoder().decode(secret.substring(PREFIX.length()))
				: secret.getBytes(StandardCharsets.UTF_8);
	}

}
