package dev.vigie.alertingest.sender.sns;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.sender.Bodies;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.sns.Fetcher.Answer;
import dev.vigie.alertingest.sender.sns.SnsMessage.Envelope;
import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.TooLarge;
import dev.vigie.shared.problem.Unavailable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SnsProofTests {

	private static final String ALARM = "sns/cloudwatch-alarm-v2";

	private static final String CONFIRMATION = "sns/subscription-confirmation-v2";

	private static final Map<String, String> NOTIFIES = SnsBodies.headers("Notification");

	private final FakeAmazon amazon = new FakeAmazon();

	private SnsParser parser;

	@BeforeEach
	void start() {
		this.parser = new SnsParser(new SnsProof(new Certificates(this.amazon)), new Subscriptions(this.amazon));
	}

	@ParameterizedTest
	@ValueSource(strings = { "cloudwatch-alarm-v2", "cloudwatch-ok-v1", "cloudwatch-insufficient-data-v2",
			"cloudwatch-composite-v2", "route53-health-alarm-v1", "plain-text-no-subject-v1" })
	void believesWhatIsSignedInBothVersions(String fixture) {
		assertThatCode(() -> verify(Fixtures.bytes("sns/" + fixture), NOTIFIES)).doesNotThrowAnyException();
	}

	@Test
	void believesAConfirmationAndSignsTheTextThatAmazonDoes() {
		byte[] body = Fixtures.bytes(CONFIRMATION);
		assertThatCode(() -> verify(body, SnsBodies.headers("SubscriptionConfirmation"))).doesNotThrowAnyException();
		assertThat(new Envelope(SnsBodies.json.readTree(body)).signed())
			.containsExactly(FakeAmazon.signed("subscription-confirmation-v2"));
	}

	@Test
	void takesAnUnsubscribeConfirmationSignedWithOrWithoutItsToken() {
		byte[] body = SnsBodies.changed(CONFIRMATION, "Type", "UnsubscribeConfirmation");
		List<String> signed = new Envelope(SnsBodies.json.readTree(body)).signed();
		assertThat(signed).hasSize(2);
		assertThat(signed.getFirst()).contains("\nToken\n");
		assertThat(signed.getLast()).doesNotContain("\nToken\n").contains("\nSubscribeURL\n");
	}

	@Test
	void fetchesACertificateOnce() {
		verify(Fixtures.bytes(ALARM), NOTIFIES);
		verify(Fixtures.bytes("sns/cloudwatch-ok-v1"), NOTIFIES);
		assertThat(this.amazon.asked()).containsExactly(FakeAmazon.CERTIFICATE);
	}

	@DisplayName("Check 20: SNS that proves nothing is refused, and no request is made")
	@ParameterizedTest
	@ValueSource(strings = { "https://sns.eu-west-1.amazonaws.com.evil.example/x.pem",
			"http://sns.eu-west-1.amazonaws.com/x.pem", "https://sns.eu-west-1.amazonaws.com:444/x.pem",
			"https://sns.eu-west-1.amazonaws.com@evil.example/x.pem", "https://a:b@sns.eu-west-1.amazonaws.com/x.pem",
			"https://sns.eu-west-1.amazonaws.com/x.txt", "https://sns.eu-west-1.amazonaws.com/?x.pem",
			"https://sns.eu-west-1.amazonaws.com/x.pem#y", "https://evil.example/sns.eu-west-1.amazonaws.com/x.pem",
			"https://sns.eu.west.amazonaws.com/x.pem", "https://xsns.eu-west-1.amazonaws.com/x.pem",
			"https://sns.eu-west-1.amazonaws.com.cn.evil/x.pem", "https:x.pem", "file:///etc/x.pem", "https://[/x.pem",
			"" })
	void refusesAForeignCertificateHostAndAsksNobody(String url) {
		this.amazon.isNotToBeAsked();
		refuses(SnsBodies.changed(ALARM, "SigningCertURL", url), NOTIFIES, "SigningCertURL is no address of SNS");
	}

	@DisplayName("Check 20: SNS that proves nothing is refused, and no request is made")
	@Test
	void refusesTheMalformedFixturesAndAsksNobody() {
		verify(Fixtures.bytes(ALARM), NOTIFIES);
		this.amazon.isNotToBeAsked();
		refuses(Fixtures.bytes("malformed/sns-evil-cert-host"), NOTIFIES, "SigningCertURL is no address of SNS");
		refuses(Fixtures.bytes("malformed/sns-tampered"), NOTIFIES, "The signature is not right");
	}

	@DisplayName("Check 20: SNS that proves nothing is refused, and no request is made")
	@Test
	void refusesATamperedBodyAndAsksForNothingButItsCertificate() {
		refuses(Fixtures.bytes("malformed/sns-tampered"), NOTIFIES, "The signature is not right");
		assertThat(this.amazon.asked()).containsExactly(FakeAmazon.CERTIFICATE);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none", value = { "Subject, none", "Subject, other", "Timestamp, 2025-10-01T10:03:12.402Z",
			"MessageId, other", "SignatureVersion, 1", "Signature, AAAA" })
	void refusesEveryChangeOfWhatIsSigned(String field, String value) {
		refuses(SnsBodies.changed(ALARM, field, value), NOTIFIES, "The signature is not right");
	}

	@DisplayName("Check 20: SNS that proves nothing is refused, and no request is made")
	@Test
	void refusesAStrangersTopicAndAsksNobody() {
		this.amazon.isNotToBeAsked();
		String reason = "Topic arn:aws:sns:eu-west-1:999999999999:x is not among the topics in this integration's settings";
		String stranger = "arn:aws:sns:eu-west-1:999999999999:x";
		refuses(SnsBodies.changed(ALARM, "TopicArn", stranger), NOTIFIES, reason);
		refuses(SnsBodies.changed(CONFIRMATION, "TopicArn", stranger), SnsBodies.headers("SubscriptionConfirmation"),
				reason);
	}

	@DisplayName("Check 20: SNS that proves nothing is refused, and no request is made")
	@Test
	void refusesARawDeliveryThatNobodyAllowedAndAsksNobody() {
		this.amazon.isNotToBeAsked();
		refuses("disk full".getBytes(StandardCharsets.UTF_8), SnsBodies.rawHeaders(),
				"A raw delivery is not signed, and this integration's settings do not say allowRaw: true");
	}

	@Test
	void neverTakesARawDeliveryForAnEnvelope() {
		this.amazon.isNotToBeAsked();
		Bodies bodies = Bodies.to(this.parser).with(SnsBodies.raw());
		Map<String, String> headers = new HashMap<>(SnsBodies.rawHeaders());
		headers.put("x-amz-sns-message-type", "SubscriptionConfirmation");
		Inbound inbound = bodies.inbound(Fixtures.bytes(CONFIRMATION), headers);
		this.parser.verify(inbound);
		assertThat(this.parser.accepted(inbound, this.parser.read(inbound))).isNull();
		headers.put("x-amz-sns-topic-arn", "arn:aws:sns:eu-west-1:999999999999:x");
		assertThatExceptionOfType(Denied.class)
			.isThrownBy(() -> this.parser.verify(bodies.inbound(Fixtures.bytes(ALARM), headers)));
	}

	@Test
	void checksAnEnvelopeAlsoWhereRawDeliveriesAreAllowed() {
		Bodies bodies = Bodies.to(this.parser).with(SnsBodies.raw());
		assertThatExceptionOfType(Denied.class)
			.isThrownBy(() -> this.parser.verify(bodies.inbound(Fixtures.bytes("malformed/sns-tampered"), NOTIFIES)));
	}

	@Test
	void refusesAHeaderThatSaysAnotherTypeOrNone() {
		this.amazon.isNotToBeAsked();
		String reason = "The header x-amz-sns-message-type is not the message's Type";
		refuses(Fixtures.bytes(ALARM), SnsBodies.headers("SubscriptionConfirmation"), reason);
		refuses(Fixtures.bytes(ALARM), Map.of(), reason);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/?Action=ConfirmSubscription", "http://169.254.169.254/",
			"https://sns.eu-west-1.amazonaws.com.evil.example/?Action=ConfirmSubscription",
			"https://sns.eu-west-1.amazonaws.com/?Action=Unsubscribe", "https://sns.eu-west-1.amazonaws.com/" })
	void refusesAForeignSubscribeUrlAndAsksNobody(String url) {
		this.amazon.isNotToBeAsked();
		refuses(SnsBodies.changed(CONFIRMATION, "SubscribeURL", url), SnsBodies.headers("SubscriptionConfirmation"),
				"SubscribeURL is no address of SNS");
	}

	@Test
	void refusesACertificateOutOfItsTime() {
		Inbound now = inbound(Fixtures.bytes(ALARM), NOTIFIES);
		for (String at : List.of("2024-12-31T23:59:59Z", "2045-01-02T00:00:00Z")) {
			assertThatExceptionOfType(Denied.class)
				.isThrownBy(() -> this.parser
					.verify(new Inbound(now.integration(), now.rest(), now.headers(), now.body(), Instant.parse(at))))
				.withMessage("The certificate at SigningCertURL is not valid at this time");
		}
	}

	@Test
	void refusesAnAddressWithoutACertificate() {
		byte[] body = SnsBodies.changed(ALARM, "SigningCertURL", "https://sns.eu-west-1.amazonaws.com/other.pem");
		this.amazon.answers(new Answer.Refused(404));
		refuses(body, NOTIFIES, "SNS has no certificate at SigningCertURL: it answered 404");
		this.amazon.answers(new Answer.Fetched("no certificate".getBytes(StandardCharsets.US_ASCII)));
		refuses(body, NOTIFIES, "There is no certificate at SigningCertURL");
	}

	@Test
	void letsTheSenderComeAgainWhileTheCertificateIsOutOfReach() {
		byte[] body = SnsBodies.changed(ALARM, "SigningCertURL", "https://sns.eu-west-1.amazonaws.com/other.pem");
		this.amazon.answers(new Answer.Unreachable("timed out"));
		assertThatExceptionOfType(Unavailable.class).isThrownBy(() -> verify(body, NOTIFIES))
			.withMessage("The certificate at SigningCertURL cannot be fetched: timed out");
		this.amazon.answers(new Answer.Fetched(FakeAmazon.certificate().getBytes(StandardCharsets.US_ASCII)));
		assertThatCode(() -> verify(body, NOTIFIES)).doesNotThrowAnyException();
	}

	@Test
	void refusesWhatIsNoMessage() {
		this.amazon.isNotToBeAsked();
		for (String body : List.of("", "hello", "[]", "{}", "{\"Type\": 1}")) {
			assertThatExceptionOfType(Invalid.class)
				.isThrownBy(() -> verify(body.getBytes(StandardCharsets.UTF_8), NOTIFIES));
		}
		assertThatExceptionOfType(Invalid.class)
			.isThrownBy(() -> verify(SnsBodies.changed(ALARM, "Signature", "*"), NOTIFIES));
		assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> verify(new byte[512 * 1024 + 1], NOTIFIES));
	}

	private void refuses(byte[] body, Map<String, String> headers, String reason) {
		assertThatExceptionOfType(Denied.class).isThrownBy(() -> verify(body, headers))
			.withMessage(reason)
			.satisfies((denied) -> assertThat(denied.status()).isEqualTo(HttpStatus.FORBIDDEN));
	}

	private void verify(byte[] body, Map<String, String> headers) {
		this.parser.verify(inbound(body, headers));
	}

	private Inbound inbound(byte[] body, Map<String, String> headers) {
		return Bodies.to(this.parser).with(SnsBodies.settings()).inbound(body, headers);
	}

}
