package dev.vigie.alertingest.sender.sentry;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class SentryIntegrationTests {

	@Autowired
	private MockMvcTester http;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "sentry", """
				{"type": "sentry", "team": "rewapp", "settings": {"secrets": ["new", "old"]}}
				""");
	}

	@Test
	void opensAnIssueAndEndsIt() {
		assertThat(tells("event-alert", "new")).hasStatus(200);
		assertThat(tells("event-alert", "new")).hasStatus(200);
		assertThat(tells("issue-resolved", "new")).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
		assertThat(this.sender.feed(1).getFirst().get("data").get("alert").get("labels").get("rule").asString())
			.isEqualTo("Checkout errors");
	}

	@Test
	void opensAMetricAlertAndEndsIt() {
		assertThat(tells("metric-alert-critical", "new")).hasStatus(200);
		assertThat(tells("metric-alert-resolved", "new")).hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
	}

	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	@Test
	void takesBothSecretsAndNothingElse() {
		assertThat(tells("event-alert", "old")).hasStatus(200);
		assertThat(tells("event-alert", "wrong")).hasStatus(401);
		assertThat(this.sender.sends(Fixtures.bytes("sentry/event-alert"))).hasStatus(401);
		assertThat(this.sender.sends("{\"project\": \"web\", \"message\": \"Boom\"}")).hasStatus(401);
		assertThat(this.sender.get("/api/v1/integrations/sentry/deliveries", "config:read")
			.get("items")
			.valueStream()
			.filter((delivery) -> delivery.get("outcome").asString().equals("denied"))).hasSize(3);
	}

	private MvcTestResult tells(String fixture, String secret) {
		byte[] body = Fixtures.bytes("sentry/" + fixture);
		return this.sender.sends(body, Map.of("Sentry-Hook-Signature", sign(secret, body)));
	}

	private static String sign(String secret, byte[] body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return HexFormat.of().formatHex(mac.doFinal(body));
		}
		catch (GeneralSecurityException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
