package dev.vigie.alertingest.lock;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.time.Delay;

/**
 * HMAC-SHA256 in hex over the raw body or, where a header holds a time in Unix seconds,
 * over {@code time:body}; a {@code sha256=} in front is left aside.
 *
 * @param secrets two while they are rotated
 * @param header which header holds the signature
 * @param timestampHeader which header holds the time
 * @param tolerance how far the time may be off, five minutes if absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Signature(
		@NotNull(message = "is required") @Size(min = 1, max = 2,
				message = "must be one or two") List<@NotBlank(message = "must not be blank") @Size(max = 500,
						message = "must be at most 500 characters") String> secrets,
		@NotNull(message = "is required") @Pattern(regexp = Signature.NAME,
				message = "must be the name of a header") String header,
		@Nullable @Pattern(regexp = Signature.NAME, message = "must be the name of a header") String timestampHeader,
		@Nullable Delay tolerance) {

	static final String NAME = "[A-Za-z0-9-]{1,100}";

	private static final String ALGORITHM = "HmacSHA256";

	private static final String PREFIX = "sha256=";

	private static final Duration TOLERANCE = Duration.ofMinutes(5);

	void check(HttpHeaders headers, byte[] body, Instant now) {
		String sent = headers.getFirst(this.header);
		if (sent == null) {
			throw Denied.unproven("There is no signature in " + this.header);
		}
		String time = (this.timestampHeader != null) ? time(headers.getFirst(this.timestampHeader), now) : null;
		String hex = sent.strip().toLowerCase(Locale.ROOT);
		String signature = hex.startsWith(PREFIX) ? hex.substring(PREFIX.length()) : hex;
		// All are tried, so that the time taken does not tell which one came near.
		if (this.secrets.stream().filter((secret) -> Locks.same(sign(secret, time, body), signature)).count() == 0) {
			throw Denied.unproven("The signature in %s is wrong".formatted(this.header));
		}
	}

	private String time(@Nullable String sent, Instant now) {
		String text = (sent != null) ? sent.strip() : "";
		if (!text.matches("\\d{1,12}")) {
			throw Denied.unproven("There is no time in Unix seconds in " + this.timestampHeader);
		}
		Duration off = Duration.between(Instant.ofEpochSecond(Long.parseLong(text)), now).abs();
		if (off.compareTo((this.tolerance != null) ? this.tolerance.length() : TOLERANCE) > 0) {
			throw Denied.unproven("The time in %s is too far off".formatted(this.timestampHeader));
		}
		return text;
	}

	private static String sign(String secret, @Nullable String time, byte[] body) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
			if (time != null) {
				mac.update((time + ":").getBytes(StandardCharsets.UTF_8));
			}
			return HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException("This machine cannot sign", impossible);
		}
	}

	@Override
	public String toString() {
		return "Signature";
	}

}
