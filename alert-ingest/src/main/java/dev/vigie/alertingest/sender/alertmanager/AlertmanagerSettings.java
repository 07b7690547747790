package dev.vigie.alertingest.sender.alertmanager;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.shared.problem.Invalid;

/**
 * What can be set for an Alertmanager.
 *
 * @param apiUrl where it answers itself, for what is asked of it; with its route prefix,
 * without {@code /api/v2}
 * @param apiUser the user of basic authentication
 * @param apiPassword their password
 * @param apiToken a bearer token, instead
 */
record AlertmanagerSettings(
		@Nullable @Size(max = 500, message = "must be at most 500 characters") @Pattern(
				regexp = "https?://[^\\s/?#@]+(/[^\\s?#]*)?",
				message = "must be an http or https address without user, query and fragment") String apiUrl,
		@Nullable @Pattern(regexp = PLAIN, message = "must be 1 to 200 characters of text") String apiUser,
		@Nullable @Pattern(regexp = PLAIN, message = "must be 1 to 200 characters of text") String apiPassword,
		@Nullable @Pattern(regexp = "[\\x21-\\x7e]{1,2000}", message = "must be a token") String apiToken) {

	private static final String PLAIN = "[^\\p{Cntrl}\\p{Cs}]{1,200}";

	void check() {
		if ((this.apiUser == null) != (this.apiPassword == null)) {
			throw new Invalid((this.apiUser == null) ? "apiUser" : "apiPassword", "is required, as the other is there");
		}
		if (this.apiToken != null && this.apiUser != null) {
			throw new Invalid("apiToken", "must be absent where there is an apiUser");
		}
		if (this.apiUrl == null) {
			if (this.apiToken != null || this.apiUser != null) {
				throw new Invalid("apiUrl", "is required, as there are credentials for it");
			}
			return;
		}
		try {
			if (URI.create(this.apiUrl).getHost() == null) {
				throw new Invalid("apiUrl", "must have a host");
			}
		}
		catch (IllegalArgumentException _) {
			throw new Invalid("apiUrl", "must be an http or https address");
		}
	}

	Optional<URI> silences() {
		return Optional.ofNullable(this.apiUrl)
			.map((url) -> URI
				.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + "/api/v2/silences"));
	}

	@Nullable String authorization() {
		if (this.apiToken != null) {
			return "Bearer " + this.apiToken;
		}
		if (this.apiUser == null) {
			return null;
		}
		return "Basic " + Base64.getEncoder()
			.encodeToString((this.apiUser + ":" + this.apiPassword).getBytes(StandardCharsets.UTF_8));
	}

}
