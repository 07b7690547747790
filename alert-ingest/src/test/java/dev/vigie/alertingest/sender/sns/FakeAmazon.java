package dev.vigie.alertingest.sender.sns;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.vigie.alertingest.Fixtures;

/**
 * SNS as seen from here: it has the certificate that the fixtures are signed with,
 * confirms subscriptions as it was told to, and counts who asks.
 */
public class FakeAmazon implements Fetcher {

	private static final JsonNode SIGNING = JsonMapper.builder().build().readTree(Fixtures.bytes("sns/signing-cert"));

	public static final URI CERTIFICATE = URI.create(SIGNING.get("SigningCertURL").asString());

	private final List<URI> asked = new CopyOnWriteArrayList<>();

	private volatile Answer confirmation = new Answer.Fetched(new byte[0]);

	private volatile boolean expected = true;

	static String certificate() {
		return SIGNING.get("certificatePem").asString();
	}

	static String signed(String fixture) {
		return SIGNING.get("stringToSign").get(fixture).asString();
	}

	@Override
	public Answer fetch(URI address) {
		if (!this.expected) {
			throw new AssertionError("Nobody should have asked for " + address);
		}
		this.asked.add(address);
		return address.equals(CERTIFICATE) ? new Answer.Fetched(certificate().getBytes(StandardCharsets.US_ASCII))
				: this.confirmation;
	}

	void answers(Answer confirmation) {
		this.confirmation = confirmation;
	}

	/**
	 * From now on whoever asks for anything fails.
	 */
	void isNotToBeAsked() {
		this.expected = false;
	}

	/**
	 * What was asked for, but for the certificate.
	 */
	public List<URI> confirmed() {
		return this.asked.stream().filter((address) -> !address.equals(CERTIFICATE)).toList();
	}

	public List<URI> asked() {
		return this.asked;
	}

	public void forget() {
		this.asked.clear();
		this.expected = true;
		this.confirmation = new Answer.Fetched(new byte[0]);
	}

}
