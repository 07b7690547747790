package dev.vigie.alertingest.sender.grafana;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.time.Delay;

/**
 * What can be set for Grafana.
 *
 * @param hmac how its messages are signed, if they are
 */
record GrafanaSettings(@Nullable @Valid Hmac hmac) {

	/**
	 * A signature over the body.
	 *
	 * @param secrets those in use, two of them while one replaces the other
	 * @param header where the signature is, Grafana's default if absent
	 * @param timestampHeader where the time is that is signed with the body, if any
	 * @param tolerance how far that time may be from ours, five minutes if absent
	 */
	record Hmac(
			@NotNull(message = "is required") @Size(min = 1, max = 2,
					message = "must be one or two") List<@NotBlank(message = "must not be blank") String> secrets,
			@Nullable @Pattern(regexp = HEADER, message = "must be the name of a header") String header,
			@Nullable @Pattern(regexp = HEADER, message = "must be the name of a header") String timestampHeader,
			@Nullable Delay tolerance) {

		private static final String HEADER = "[A-Za-z0-9_-]{1,100}";

		private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

		String signatureHeader() {
			return (this.header != null) ? this.header : "X-Grafana-Alerting-Signature";
		}

		Duration slack() {
			return (this.tolerance != null) ? this.tolerance.length() : FIVE_MINUTES;
		}

	}

}
