package dev.vigie.gateway.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

import dev.vigie.shared.problem.Invalid;

/**
 * The secret of an API token: 256 random bits that only its owner keeps. No salt is
 * needed for what nobody can guess.
 */
final class TokenSecret {

	static final String PREFIX = "vigie_";

	private static final int BYTES = 32;

	private static final Pattern CHOSEN = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{40,200}");

	private static final SecureRandom RANDOM = new SecureRandom();

	private TokenSecret() {
	}

	static String fresh() {
		byte[] secret = new byte[BYTES];
		RANDOM.nextBytes(secret);
		return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	/**
	 * What somebody chose must be as hard to guess as a fresh one; its length is all that
	 * can be seen of that.
	 */
	static void check(String chosen) {
		if (!CHOSEN.matcher(chosen).matches()) {
			throw new Invalid("token",
					"must be %s and at least 40 letters and digits, such as 32 random bytes in hex".formatted(PREFIX));
		}
	}

	static String hash(String secret) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every Java has SHA-256", missing);
		}
	}

}
