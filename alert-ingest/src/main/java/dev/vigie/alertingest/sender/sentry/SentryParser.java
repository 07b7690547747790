package dev.vigie.alertingest.sender.sentry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationAddress;
import dev.vigie.alertingest.integration.Setup;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.JsonBodies;
import dev.vigie.alertingest.sender.Reading;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.shared.problem.Denied;

/**
 * Reads Sentry's webhooks, and proves them by a signature over the raw bytes.
 */
@Component
class SentryParser implements SenderParser {

	@Override
	public String type() {
		return "sentry";
	}

	@Override
	public Class<?> settings() {
		return SentrySettings.class;
	}

	@Override
	public List<Setup> setup(IntegrationAddress address) {
		return List.of(new Setup("Sentry: Settings, Custom Integrations, Create New Integration, Internal", "text", """
				Webhook URL: %s
				Alert Rule Action: on
				Permissions: Issue & Event: Read
				Webhooks: issue
				Then copy the Client Secret into this integration's settings:
				  settings: {secrets: ["<client secret>"]}
				and choose the integration as an action of your issue and metric alerts.
				""".formatted(address.url())));
	}

	@Override
	public void verify(Inbound inbound) {
		List<String> secrets = inbound.integration().settings(SentrySettings.class).accepted();
		if (secrets.isEmpty()) {
			return;
		}
		String signature = inbound.headers().getFirst("Sentry-Hook-Signature");
		if (signature == null) {
			throw Denied.unproven("The header Sentry-Hook-Signature is missing");
		}
		byte[] given = signature.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
		boolean right = false;
		for (String secret : secrets) {
			right |= MessageDigest.isEqual(sign(secret, inbound.body()), given);
		}
		if (!right) {
			throw Denied.unproven("The signature in Sentry-Hook-Signature is not right");
		}
	}

	private static byte[] sign(String secret, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(body)).getBytes(StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

	@Override
	public boolean readsHeader(String name) {
		return name.equals("sentry-hook-resource");
	}

	@Override
	public Reading read(Inbound inbound) {
		return new HookReader(JsonBodies.object(inbound.body()), inbound).read();
	}

}
