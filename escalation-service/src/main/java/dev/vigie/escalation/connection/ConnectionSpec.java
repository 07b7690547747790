package dev.vigie.escalation.connection;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.secret.Secretive;
import dev.vigie.escalation.webhook.WebhookSignature;
import dev.vigie.escalation.webhook.Webhooks;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * The {@code spec} of a Connection document.
 *
 * @param url where requests are posted to
 * @param secret what they are signed with; written, never shown
 * @param trusted whether it is told what private incidents are about
 */
record ConnectionSpec(@NotNull ConnectionType type, @NotNull @Size(max = 2000) String url,
		@NotNull @Size(max = 200) String secret,
		@JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("private") @Nullable Boolean trusted)
		implements
			Secretive<ConnectionSpec> {

	@Override
	public ConnectionSpec check() {
		List<FieldError> errors = new ArrayList<>();
		if (!Webhooks.isAddress(this.url)) {
			errors.add(new FieldError("url", "must be an http or https address"));
		}
		if (!WebhookSignature.isSecret(this.secret)) {
			errors.add(new FieldError("secret", "must be whsec_ and Base64, or at least 16 characters"));
		}
		if (!errors.isEmpty()) {
			throw new Invalid(errors);
		}
		return this;
	}

	@Override
	public ConnectionSpec withSecretOf(@Nullable ConnectionSpec stored) {
		return (MASK.equals(this.secret) && stored != null) ? withSecret(stored.secret) : this;
	}

	@Override
	public ConnectionSpec masked() {
		return withSecret(MASK);
	}

	private ConnectionSpec withSecret(String other) {
		return new ConnectionSpec(this.type, this.url, other, this.trusted);
	}

}
