package dev.vigie.alertingest.sender.uptimekuma;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class UptimeKumaIntegrationTests {

	@Autowired
	private MockMvcTester http;

	private Sender sender;

	@BeforeEach
	void integrate() {
		this.sender = Sender.integratedAs(this.http, "kuma", "{\"type\": \"uptime_kuma\", \"team\": \"rewapp\"}");
	}

	@Test
	void opensAndEndsAnAlert() {
		this.sender.tells("uptime-kuma/down");
		this.sender.tells("uptime-kuma/up");
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.resolved");
	}

	@Test
	void readsAForm() {
		String form = "--x\r\nContent-Disposition: form-data; name=\"data\"\r\n\r\n"
				+ new String(Fixtures.bytes("uptime-kuma/down"), StandardCharsets.UTF_8) + "\r\n--x--\r\n";
		assertThat(this.sender.sends(form.getBytes(StandardCharsets.UTF_8),
				Map.of("Content-Type", "multipart/form-data; boundary=x")))
			.hasStatus(200);
		assertThat(this.sender.news()).containsExactly("alert.fired");
	}

	@DisplayName("Check 14: test buttons and confirmations are in the log and page nobody")
	@Test
	void showsTheTestButtonInTheLogAndPagesNobody() {
		assertThat(this.sender.sends("{\"heartbeat\": null, \"monitor\": null, \"msg\": \"Vigie Testing\"}"))
			.hasStatus(200);
		assertThat(this.sender.news()).isEmpty();
		JsonNode delivery = this.sender.get("/api/v1/integrations/kuma/deliveries", "config:read").get("items").get(0);
		assertThat(delivery.get("outcome").asString()).isEqualTo("accepted");
		assertThat(delivery.get("note").asString()).endsWith("Vigie Testing");
	}

}
