package dev.vigie.alertingest.sender.sns;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.sender.sns.Fetcher.Answer;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
@Import(Amazon.class)
class SnsIntegrationTests {

	private static final String CONFIRMATION = "sns/subscription-confirmation-v2";

	private static final String ASKS = "SNS asks to confirm the subscription to " + SnsBodies.TOPIC;

	@Autowired
	private MockMvcTester http;

	@Autowired
	private FakeAmazon amazon;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.amazon.forget();
		this.sender = Sender.integratedAs(this.http, "aws", """
				{"type": "sns", "team": "rewapp", "settings": {"topics": ["%s"]}}
				""".formatted(SnsBodies.TOPIC));
	}

	@Test
	void opensAndEndsAnAlarm() {
		assertThat(notifies("sns/cloudwatch-alarm-v2")).hasStatus(200);
		assertThat(notifies("sns/cloudwatch-insufficient-data-v2")).hasStatus(200);
		assertThat(notifies("sns/cloudwatch-ok-v1")).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
	}

	@DisplayName("Check 19: an OK that comes before its ALARM leaves the alarm ended")
	@Test
	void keepsAnAlarmEndedWhoseOkCameFirst() {
		assertThat(notifies("sns/cloudwatch-ok-v1")).hasStatus(200);
		assertThat(notifies("sns/cloudwatch-alarm-v2")).hasStatus(200);
		assertThat(this.sender.news()).isEmpty();
		assertThat(this.sender.get("/api/v1/alerts?status=resolved", "alerts:read").get("items")).hasSize(1);
	}

	@DisplayName("Check 19: an OK that comes before its ALARM leaves the alarm ended")
	@Test
	void keepsAnAlarmEndedThatIsRepeatedLate() {
		notifies("sns/cloudwatch-alarm-v2");
		notifies("sns/cloudwatch-ok-v1");
		notifies("sns/cloudwatch-alarm-v2");
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
	}

	@DisplayName("Check 14: test buttons and confirmations are in the log and page nobody")
	@Test
	void confirmsASubscriptionOnceWhichTheLogShowsAndNobodyIsPaged() {
		assertThat(confirms()).hasStatus(200);
		assertThat(confirms()).hasStatus(200);
		assertThat(this.amazon.confirmed()).singleElement()
			.satisfies((address) -> assertThat(address.toString())
				.startsWith("https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn="));
		assertThat(notes()).containsExactlyInAnyOrder(ASKS + "; It was confirmed before",
				ASKS + "; The subscription is confirmed");
		assertThat(this.sender.news()).isEmpty();
	}

	@Test
	void letsSnsAskAgainWhileItsAddressIsOutOfReach() {
		this.amazon.answers(new Answer.Unreachable("timed out"));
		assertThat(confirms()).hasStatus(503);
		assertThat(notes()).containsExactly(ASKS + "; The subscription could not be confirmed: timed out");
		this.amazon.answers(new Answer.Fetched(new byte[0]));
		assertThat(confirms()).hasStatus(200);
		assertThat(this.amazon.confirmed()).hasSize(2);
		assertThat(notes()).contains(ASKS + "; The subscription is confirmed");
	}

	@Test
	void showsThatSnsRefusedAConfirmation() {
		this.amazon.answers(new Answer.Refused(403));
		assertThat(confirms()).hasStatus(200);
		assertThat(notes()).containsExactly(ASKS + "; SNS refused the confirmation with 403; ask it to send a new one");
	}

	@DisplayName("Check 20: SNS that proves nothing is refused, and no request is made")
	@Test
	void answers403ToWhatProvesNothingAndMakesNoRequest() {
		notifies("sns/cloudwatch-alarm-v2"); // from now on the certificate is known
		this.amazon.isNotToBeAsked();
		Map<String, String> confirmation = SnsBodies.headers("SubscriptionConfirmation");
		String stranger = "arn:aws:sns:eu-west-1:999999999999:incidents";
		assertThat(notifies("malformed/sns-evil-cert-host")).hasStatus(403);
		assertThat(notifies("malformed/sns-tampered")).hasStatus(403);
		assertThat(this.sender.sends(SnsBodies.changed(CONFIRMATION, "TopicArn", stranger), confirmation))
			.hasStatus(403);
		assertThat(this.sender.sends(SnsBodies.changed(CONFIRMATION, "SubscribeURL", "https://evil.example/"),
				confirmation))
			.hasStatus(403);
		assertThat(this.sender.sends("disk full".getBytes(), SnsBodies.rawHeaders())).hasStatus(403);
		assertThat(this.sender.news()).containsExactly("alert.fired");
		assertThat(log().valueStream().filter((delivery) -> delivery.get("outcome").asString().equals("denied")))
			.hasSize(5)
			.allSatisfy((delivery) -> assertThat(delivery.get("reason").asString()).isNotEmpty());
	}

	@Test
	void takesRawDeliveriesWhereTheyAreAllowed() {
		Sender raw = Sender.integratedAs(this.http, "raw", """
				{"type": "sns", "settings": {"topics": ["%s"], "allowRaw": true, "insufficientData": "fire"}}
				""".formatted(SnsBodies.TOPIC));
		assertThat(raw.sends("disk full".getBytes(), SnsBodies.rawHeaders())).hasStatus(200);
		assertThat(raw.news()).containsExactly("alert.fired");
		assertThat(this.amazon.asked()).isEmpty();
	}

	@Test
	void answersAtGrafanaOnCallsAddressToo() {
		String path = this.sender.path().replace("/sns/", "/amazon_sns/");
		assertThat(this.http.post()
			.uri(path)
			.headers((headers) -> SnsBodies.headers("Notification").forEach(headers::add))
			.content(Fixtures.bytes("sns/cloudwatch-alarm-v2"))
			.exchange()).hasStatus(200);
	}

	@Test
	void saysWhatIsWrongWithSettings() {
		for (String settings : List.of("{}", "{\"topics\": []}", "{\"topics\": [\"x\"]}", "{\"topics\": [null]}",
				"{\"topics\": [\"%s\"], \"insufficientData\": \"x\"}".formatted(SnsBodies.TOPIC))) {
			assertThat(this.http.put()
				.uri("/api/v1/integrations/other")
				.with(Tokens.by("ada", "config:write"))
				.contentType("application/json")
				.content("{\"type\": \"sns\", \"settings\": %s}".formatted(settings))
				.exchange()).hasStatus(400);
		}
	}

	private MvcTestResult notifies(String fixture) {
		return this.sender.sends(Fixtures.bytes(fixture), SnsBodies.headers("Notification"));
	}

	private MvcTestResult confirms() {
		return this.sender.sends(Fixtures.bytes(CONFIRMATION), SnsBodies.headers("SubscriptionConfirmation"));
	}

	private List<String> notes() {
		return log().valueStream().map((delivery) -> delivery.get("note").asString()).toList();
	}

	private JsonNode log() {
		return this.sender.get("/api/v1/integrations/aws/deliveries", "config:read").get("items");
	}

}
