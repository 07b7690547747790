package dev.vigie.alertingest.sender.sns;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.sns.SnsMessage.Envelope;
import dev.vigie.alertingest.sender.sns.SnsMessage.Raw;
import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.problem.Invalid;

/**
 * Decides whether a message comes from a topic we know. All that can be told without
 * asking anybody comes first: strangers make us fetch nothing.
 */
@Component
class SnsProof {

	private final Certificates certificates;

	SnsProof(Certificates certificates) {
		this.certificates = certificates;
	}

	/**
	 * Checks a message.
	 * @throws Denied if it proves nothing
	 */
	void check(SnsMessage message, Inbound inbound) {
		SnsSettings settings = inbound.integration().settings(SnsSettings.class);
		switch (message) {
			case Raw _ when !settings.takesRaw() -> throw Denied
				.forbidden("A raw delivery is not signed, and this integration's settings do not say allowRaw: true");
			case Raw raw when !settings.topics().contains(raw.topic()) -> throw stranger(raw);
			case Envelope envelope when !settings.topics().contains(envelope.topic()) -> throw stranger(envelope);
			case Raw _ -> {
			}
			case Envelope envelope -> check(envelope, inbound);
		}
	}

	private static Denied stranger(SnsMessage message) {
		return Denied
			.forbidden("Topic %s is not among the topics in this integration's settings".formatted(message.topic()));
	}

	private void check(Envelope envelope, Inbound inbound) {
		if (!envelope.type().equals(inbound.headers().getFirst("x-amz-sns-message-type"))) {
			throw Denied.forbidden("The header x-amz-sns-message-type is not the message's Type");
		}
		if (envelope.asksToConfirm() && AmazonAddresses.confirmation(envelope.text("SubscribeURL")).isEmpty()) {
			throw Denied.forbidden("SubscribeURL is no address of SNS");
		}
		String algorithm = switch (envelope.required("SignatureVersion")) {
			case "1" -> "SHA1withRSA";
			case "2" -> "SHA256withRSA";
			default -> throw Denied.forbidden("SignatureVersion must be 1 or 2");
		};
		byte[] signature = decode(envelope.required("Signature"));
		X509Certificate certificate = AmazonAddresses.certificate(envelope.text("SigningCertURL"))
			.map(this.certificates::at)
			.orElseThrow(() -> Denied.forbidden("SigningCertURL is no address of SNS"));
		checkValidity(certificate, inbound.receivedAt());
		if (envelope.signed().stream().noneMatch((text) -> isSigned(text, signature, algorithm, certificate))) {
			throw Denied.forbidden("The signature is not right");
		}
	}

	private static byte[] decode(String signature) {
		try {
			return Base64.getDecoder().decode(signature);
		}
		catch (IllegalArgumentException _) {
			throw new Invalid("Signature", "must be base64");
		}
	}

	private static void checkValidity(X509Certificate certificate, Instant at) {
		try {
			certificate.checkValidity(Date.from(at));
		}
		catch (CertificateException _) {
			throw Denied.forbidden("The certificate at SigningCertURL is not valid at this time");
		}
	}

	private static boolean isSigned(String text, byte[] signature, String algorithm, X509Certificate certificate) {
		try {
			Signature check = Signature.getInstance(algorithm);
			check.initVerify(certificate.getPublicKey());
			check.update(text.getBytes(StandardCharsets.UTF_8));
			return check.verify(signature);
		}
		catch (GeneralSecurityException _) {
			return false; // such as a key of another kind, or a signature of another
							// length
		}
	}

}
