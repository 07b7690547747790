package dev.vigie.alertingest.sender.sentry;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What is set for Sentry.
 *
 * @param secrets the client secret of Sentry's integration, and the one before while it
 * is changed; without any, nothing but the key in the address proves who sends
 */
record SentrySettings(
		@Nullable @Size(min = 1, max = 2, message = "must be one, or two while the secret is changed") List<@NotBlank(
				message = "must not be empty") String> secrets) {

	List<String> accepted() {
		return (this.secrets != null) ? this.secrets : List.of();
	}

}
