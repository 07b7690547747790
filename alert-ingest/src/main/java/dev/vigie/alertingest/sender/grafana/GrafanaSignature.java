package dev.vigie.alertingest.sender.grafana;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.grafana.GrafanaSettings.Hmac;
import dev.vigie.shared.problem.Denied;

/**
 * Checks Grafana's signature: HMAC-SHA256 over the raw body, with the time before it if a
 * header for that is set.
 */
final class GrafanaSignature {

	private static final String ALGORITHM = "HmacSHA256";

	private GrafanaSignature() {
	}

	/**
	 * Checks a body.
	 * @throws Denied if it is not signed with one of the secrets, or not recently
	 */
	static void check(Inbound inbound, Hmac hmac) {
		String signature = inbound.headers().getFirst(hmac.signatureHeader());
		if (signature == null || signature.isBlank()) {
			throw Denied.unproven("The signature is missing in the header " + hmac.signatureHeader());
		}
		String prefix = prefix(inbound, hmac);
		byte[] given = signature.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
		boolean proven = false;
		for (String secret : hmac.secrets()) {
			proven |= MessageDigest.isEqual(given, sign(secret, prefix, inbound.body()));
		}
		if (!proven) {
			throw Denied.unproven("The signature does not match the body");
		}
	}

	private static String prefix(Inbound inbound, Hmac hmac) {
		String header = hmac.timestampHeader();
		if (header == null) {
			return "";
		}
		String timestamp = inbound.headers().getFirst(header);
		if (timestamp == null || timestamp.isBlank()) {
			throw Denied.unproven("The time of the signature is missing in the header " + header);
		}
		Instant signedAt = time(timestamp.strip());
		if (signedAt == null || Duration.between(signedAt, inbound.receivedAt()).abs().compareTo(hmac.slack()) > 0) {
			throw Denied.unproven("The time of the signature is too far from ours");
		}
		return timestamp.strip() + ":";
	}

	private static @Nullable Instant time(String seconds) {
		return seconds.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
	}

	private static byte[] sign(String secret, String prefix, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			mac.update(prefix.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
