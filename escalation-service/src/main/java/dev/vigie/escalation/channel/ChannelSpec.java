package dev.vigie.escalation.channel;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import dev.vigie.escalation.secret.Secretive;
import dev.vigie.escalation.webhook.WebhookSignature;
import dev.vigie.escalation.webhook.Webhooks;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.Problem.FieldError;

/**
 * The {@code spec} of a Channel document.
 *
 * @param address where an e-mail channel writes to
 * @param url where a webhook posts to
 * @param secret what a webhook is signed with; written, never shown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelSpec(@NotNull ChannelType type, @Nullable @Size(max = 320) String address,
		@Nullable @Size(max = 2000) String url,
		@Nullable @Size(max = 200) String secret) implements Secretive<ChannelSpec> {

	/**
	 * Refuses what the type of channel cannot use.
	 */
	@Override
	public ChannelSpec check() {
		List<FieldError> errors = new ArrayList<>();
		switch (this.type) {
			case EMAIL -> {
				need(errors, "address", (this.address != null) && isMailbox(this.address), "must be an e-mail address");
				need(errors, "url", this.url == null, "belongs to channels of type webhook");
				need(errors, "secret", this.secret == null, "belongs to channels of type webhook");
			}
			case WEBHOOK -> {
				need(errors, "address", this.address == null, "belongs to channels of type email");
				need(errors, "url", Webhooks.isAddress(this.url), "must be an http or https address");
				need(errors, "secret", WebhookSignature.isSecret(this.secret),
						"must be whsec_ and Base64, or at least 16 characters");
			}
		}
		if (!errors.isEmpty()) {
			throw new Invalid(errors);
		}
		return this;
	}

	@Override
	public ChannelSpec withSecretOf(@Nullable ChannelSpec stored) {
		if (MASK.equals(this.secret) && stored != null && stored.secret != null) {
			return new ChannelSpec(this.type, this.address, this.url, stored.secret);
		}
		return this;
	}

	@Override
	public ChannelSpec masked() {
		return (this.secret == null) ? this : new ChannelSpec(this.type, this.address, this.url, MASK);
	}

	private static void need(List<FieldError> errors, String field, boolean right, String reason) {
		if (!right) {
			errors.add(new FieldError(field, reason));
		}
	}

	private static boolean isMailbox(String address) {
		try {
			new InternetAddress(address, true).validate();
			return address.contains("@") && !address.contains("<");
		}
		catch (AddressException _) {
			return false;
		}
	}

}
