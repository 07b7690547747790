package dev.vigie.alertingest.sender.email;

import java.net.URI;
import java.util.Properties;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.util.unit.DataSize;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.delivery.Deliveries;
import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class MailServerIntegrationTests {

	@Autowired
	MockMvcTester http;

	@Autowired
	IntegrationLookup integrations;

	@Autowired
	Deliveries deliveries;

	private MailServer server;

	private String local;

	@BeforeEach
	void listen() {
		this.server = new MailServer(
				new MailProperties(0, "127.0.0.1", "alerts.example.net", DataSize.ofKilobytes(64), 5),
				this.integrations, this.deliveries);
		this.server.start();
		MvcTestResult saved = this.http.put()
			.uri("/api/v1/integrations/mail")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"type": "email", "settings": {"subject": {"firing": "^DOWN ", "resolved": "^UP "}}}
					""")
			.exchange();
		String path = URI.create(Sender.body(saved).get("url").asString()).getPath();
		this.local = MailAddress.local(path.replaceFirst(".*/email/", "").replace("/", ""));
	}

	@AfterEach
	void close() {
		this.server.stop();
	}

	@Test
	void keepsAMailBeforeItsSenderHearsThatItIsTaken() throws MessagingException {
		send(this.local, "DOWN shop", "no answer");
		send(this.local, "UP shop", "answers again");
		JsonNode alerts = get("/api/v1/alerts", "alerts:read");
		assertThat(alerts).hasSize(1);
		assertThat(alerts.get(0).get("labels").get("alertname").asString()).isEqualTo("shop");
		assertThat(get("/api/v1/integrations/mail/deliveries", "config:read")).hasSize(2);
	}

	@Test
	void knowsOnlyTheAddressesOfIntegrations() {
		assertThatExceptionOfType(SendFailedException.class).isThrownBy(() -> send("00".repeat(24), "DOWN x", "x"))
			.satisfies((failure) -> assertThat(code(failure)).isEqualTo(550));
	}

	@Test
	void refusesWhatIsTooLargeOrGoesRound() {
		assertThatExceptionOfType(MessagingException.class)
			.isThrownBy(() -> send(this.local, "DOWN x", "x".repeat(70_000)))
			.satisfies((failure) -> assertThat(code(failure)).isEqualTo(552));
		assertThatExceptionOfType(MessagingException.class).isThrownBy(() -> send(this.local, "Auto", "x"))
			.satisfies((failure) -> assertThat(code(failure)).isEqualTo(554));
		assertThat(get("/api/v1/alerts", "alerts:read")).isEmpty();
	}

	private JsonNode get(String uri, String scope) {
		return Sender.body(this.http.get().uri(uri).with(Tokens.by("ada", scope)).exchange()).get("items");
	}

	private static int code(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = (cause instanceof MessagingException messaging
				&& messaging.getNextException() != null) ? messaging.getNextException() : cause.getCause()) {
			if (cause instanceof SMTPAddressFailedException refused) {
				return refused.getReturnCode();
			}
			if (cause instanceof SMTPSendFailedException refused && refused.getNextException() == null) {
				return refused.getReturnCode();
			}
		}
		return -1;
	}

	private void send(String local, String subject, String text) throws MessagingException {
		Properties properties = new Properties();
		properties.setProperty("mail.smtp.host", "127.0.0.1");
		properties.setProperty("mail.smtp.port", Integer.toString(this.server.port()));
		MimeMessage mail = new MimeMessage(Session.getInstance(properties));
		mail.setFrom(new InternetAddress("checks@example.net"));
		mail.setRecipient(Message.RecipientType.TO, new InternetAddress(local + "@alerts.example.net"));
		mail.setSubject(subject);
		mail.setText(text);
		if (subject.equals("Auto")) {
			mail.setHeader("Auto-Submitted", "auto-replied");
		}
		Transport.send(mail);
	}

}
