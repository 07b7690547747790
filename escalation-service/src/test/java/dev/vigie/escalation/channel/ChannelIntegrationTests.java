package dev.vigie.escalation.channel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.escalation.FakeMailbox;
import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.escalation.webhook.WebhookSignature;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ChannelIntegrationTests {

	private static final String SECRET = "whsec_c3RhbmRhcmQtd2ViaG9va3MtdGVzdC1rZXktMjRieXQ=";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private Courier courier;

	@Autowired
	private Channels channels;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeMailbox mailbox;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private SettableClock clock;

	@BeforeEach
	void quiet() {
		this.neighbourhood.reset();
	}

	@Test
	void keepsTheSecretOfAWebhookToItself() {
		String spec = "{\"type\": \"webhook\", \"url\": \"https://example.org/hook\", \"secret\": \"%s\"}";
		assertThat(put("hook", spec.formatted(SECRET))).hasStatus(201)
			.bodyText()
			.contains("\"***\"")
			.doesNotContain(SECRET);
		assertThat(put("hook", spec.formatted("***"))).hasStatus(200)
			.bodyJson()
			.extractingPath("$.action")
			.isEqualTo("UNCHANGED");
		assertThat(this.http.get().uri("/api/v1/channels/hook").with(Tokens.by("ada", "config:read"))).hasStatus(200)
			.bodyText()
			.doesNotContain(SECRET);
		assertThat(this.channels.findById("hook").orElseThrow().secret()).isEqualTo(SECRET);
	}

	@Test
	void refusesAChannelThatCannotWork() {
		assertThat(put("a", "{\"type\": \"email\", \"address\": \"nobody\"}")).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("address");
		assertThat(put("a", "{\"type\": \"email\", \"address\": \"a@b.org\\r\\nBcc: c@d.org\"}")).hasStatus(400);
		assertThat(put("a", "{\"type\": \"webhook\", \"url\": \"ftp://x\", \"secret\": \"***\"}")).hasStatus(400);
		assertThat(
				put("a", "{\"type\": \"webhook\", \"url\": \"http://x.org\", \"secret\": \"0123456789abcdef\\u0000\"}"))
			.hasStatus(400);
		assertThat(put("a", "{\"type\": \"pigeon\"}")).hasStatus(400);
		assertThat(put("a", "{}")).hasStatus(400);
		assertThat(put("a", "{\"type\": \"email\", \"address\": \"a@b.org\", \"colour\": 1}")).hasStatus(400);
	}

	@Test
	void listsAndDeletesChannels() {
		assertThat(this.http.get().uri("/api/v1/channels?limit=0").with(Tokens.by("ada", "config:read")))
			.hasStatus(400);
		assertThat(this.http.get().uri("/api/v1/channels?after=%00").with(Tokens.by("ada", "config:read")))
			.hasStatus(400);
		put("one", "{\"type\": \"email\", \"address\": \"one@example.org\"}");
		put("two", "{\"type\": \"email\", \"address\": \"two@example.org\"}");
		assertThat(this.http.get().uri("/api/v1/channels?limit=1").with(Tokens.by("ada", "config:read"))).hasStatus(200)
			.bodyJson()
			.extractingPath("$.next")
			.isEqualTo("one");
		assertThat(this.http.delete().uri("/api/v1/channels/one").with(Tokens.by("ada", "config:write")))
			.hasStatus(204);
		assertThat(this.http.delete().uri("/api/v1/channels/one").with(Tokens.by("ada", "config:write")))
			.hasStatus(204);
		assertThat(this.http.get().uri("/api/v1/channels/one").with(Tokens.by("ada", "config:read"))).hasStatus(404);
		assertThat(this.http.delete().uri("/api/v1/channels/two").with(Tokens.by("ada", "config:read"))).hasStatus(403);
	}

	@Test
	void signsWhatItPostsToAWebhook() {
		Outgoing message = message(webhook());
		assertThat(this.courier.deliver(message)).isEqualTo(new Delivery.Delivered());
		FakeNeighbours.Posted posted = this.neighbours.hooks().getFirst();
		long timestamp = this.clock.instant().getEpochSecond();
		assertThat(posted.headers().getFirst("webhook-id")).isEqualTo(message.id().toString());
		assertThat(posted.headers().getFirst("webhook-timestamp")).isEqualTo(String.valueOf(timestamp));
		assertThat(posted.headers().getFirst("webhook-signature"))
			.isEqualTo(WebhookSignature.sign(SECRET, message.id().toString(), timestamp, posted.body()));
	}

	@Test
	void followsNoRedirectAndTellsRefusalsFromFaults() {
		Destination webhook = webhook();
		this.neighbours.hookAnswers(302);
		assertThat(this.courier.deliver(message(webhook))).isInstanceOf(Delivery.Refused.class);
		this.neighbours.hookAnswers(410);
		assertThat(this.courier.deliver(message(webhook))).isInstanceOf(Delivery.Refused.class);
		this.neighbours.hookAnswers(429);
		assertThat(this.courier.deliver(message(webhook))).isInstanceOf(Delivery.TryLater.class);
		this.neighbours.hookAnswers(500);
		assertThat(this.courier.deliver(message(webhook))).isInstanceOf(Delivery.TryLater.class);
	}

	@DisplayName("Check 24: an answer of 200 that says ok false is a failure, and the next channel is tried")
	@ParameterizedTest
	@CsvSource(delimiter = ';',
			value = { "{\"ok\":false,\"error\":\"channel_not_found\"}; ok false: channel_not_found",
					"{\"ok\":false,\"description\":\"chat not\\nfound\"}; ok false: chat not found",
					"{\"ok\": false}; ok false: no reason" })
	void takesAnAnswerOfOkFalseForARefusal(String answer, String reason) {
		this.neighbours.hookSays(answer);
		assertThat(this.courier.deliver(message(webhook())))
			.isEqualTo(new Delivery.Refused("The webhook answered 200 and " + reason));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ok", "{\"ok\":true}", "{\"ok\":\"false\"}", "[false]", "{\"ok\":", "false" })
	void takesAnyOtherAnswerForADelivery(String answer) {
		this.neighbours.hookSays(answer);
		assertThat(this.courier.deliver(message(webhook()))).isEqualTo(new Delivery.Delivered());
	}

	@Test
	void sparesAWebhookThatDoesNotAnswerAndShowsIt() {
		Destination webhook = webhook();
		this.neighbours.hookAnswers(503);
		for (int attempt = 0; attempt < 5; attempt++) {
			assertThat(this.courier.deliver(message(webhook))).isInstanceOf(Delivery.TryLater.class);
		}
		for (int attempt = 0; attempt < 3; attempt++) {
			assertThat(this.courier.deliver(message(webhook))).isInstanceOf(Delivery.Spared.class);
		}
		assertThat(this.neighbours.hooks()).hasSize(5);
		assertThat(this.http.get().uri("/actuator/health")).hasStatus(200)
			.bodyText()
			.contains("\"webhook 127.0.0.1\":\"OPEN\"")
			.contains("\"email\":\"CLOSED\"");
		assertThat(this.courier.deliver(message(Destination.mailbox("ada@example.org"))))
			.isEqualTo(new Delivery.Delivered());
	}

	@Test
	@DisplayName("Check 10: whatever people write into labels is stored or refused, and escaped where it is shown")
	void sendsMailThatNothingCanBreakOutOf() throws Exception {
		Outgoing message = new Outgoing(UUID.randomUUID(), Destination.mailbox("ada@example.org"), UUID.randomUUID(),
				"[P1] INC-1 Disk\r\nBcc: eve@example.org\r\n\r\nHello é", "Été\r\n.\r\nfin", "{}");
		assertThat(this.courier.deliver(message)).isEqualTo(new Delivery.Delivered());
		FakeMailbox.Mail mail = this.mailbox.mails().getFirst();
		assertThat(this.mailbox.recipients()).containsExactly("ada@example.org");
		assertThat(mail.subject()).isEqualTo("[P1] INC-1 Disk Bcc: eve@example.org Hello é");
		assertThat(mail.message().getHeader("Bcc")).isNull();
		assertThat(mail.messageId()).isEqualTo("<" + message.id() + "@vigie>");
		assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
		assertThat(mail.message().getHeader("References")).containsExactly("<" + message.thread() + "@vigie>");
		assertThat(mail.text()).contains("Été").contains("fin");
	}

	@Test
	void tellsARefusedMailFromOneThatMayPassLater() {
		this.mailbox.refuses("eve@example.org");
		assertThat(this.courier.deliver(message(Destination.mailbox("eve@example.org")))).isInstanceOfSatisfying(
				Delivery.Refused.class, (refused) -> assertThat(refused.reason()).contains("5.1.1"));
		assertThat(this.courier.deliver(message(Destination.mailbox("no address"))))
			.isInstanceOf(Delivery.Refused.class);
		this.mailbox.outOfOrder(true);
		assertThat(this.courier.deliver(message(Destination.mailbox("ada@example.org"))))
			.isInstanceOfSatisfying(Delivery.Deferred.class, (later) -> assertThat(later.reason()).contains("4.3.0"));
	}

	@Test
	void oneMailThatIsNotTakenHoldsUpNoOther() {
		this.mailbox.outOfOrder(true);
		for (int i = 0; i < 20; i++) {
			assertThat(this.courier.deliver(message(Destination.mailbox("ada@example.org"))))
				.isInstanceOf(Delivery.Deferred.class);
		}
		this.mailbox.outOfOrder(false);
		assertThat(this.courier.deliver(message(Destination.mailbox("grace@example.org"))))
			.isInstanceOf(Delivery.Delivered.class);
	}

	private Destination webhook() {
		put("hook", "{\"type\": \"webhook\", \"url\": \"%s\", \"secret\": \"%s\"}".formatted(this.neighbours.hookUrl(),
				SECRET));
		return this.courier.destination("hook").orElseThrow();
	}

	private MvcTestResult put(String name, String spec) {
		return this.http.put()
			.uri("/api/v1/channels/" + name)
			.contentType(MediaType.APPLICATION_JSON)
			.content(spec.getBytes(StandardCharsets.UTF_8))
			.with(Tokens.by("ada", "config:write"))
			.exchange();
	}

	private static Outgoing message(Destination to) {
		return new Outgoing(UUID.randomUUID(), to, UUID.randomUUID(), "subject", "text", "{\"a\":1}");
	}

}
