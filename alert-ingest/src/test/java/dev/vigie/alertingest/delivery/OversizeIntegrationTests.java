package dev.vigie.alertingest.delivery;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.Sender.Told;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class OversizeIntegrationTests {

	private static final String START = "2026-03-02T11:59:00Z";

	private static final byte[] TOO_LARGE = new byte[32 * 1024 * 1024 + 1];

	@Autowired
	private MockMvcTester http;

	@Autowired
	private OversizeWatch watch;

	@Autowired
	private SettableClock clock;

	private Sender sender;

	private Sender other;

	@BeforeEach
	void integrate() {
		String spec = "{\"type\": \"alertmanager\", \"team\": \"rewapp\"}";
		this.sender = Sender.integratedAs(this.http, "large", spec);
		this.other = Sender.integratedAs(this.http, "other", spec);
	}

	@Test
	void isOneAlertForTheTeamThatOwnsTheIntegration() {
		assertThat(this.sender.sends(TOO_LARGE)).hasStatus(413);
		later(Duration.ofMinutes(4));
		assertThat(this.sender.sends(TOO_LARGE)).hasStatus(413);
		List<JsonNode> feed = this.sender.feed(0);
		assertThat(feed).hasSize(1);
		JsonNode told = feed.getFirst().get("data");
		assertThat(told.at("/alert/labels").toString()).contains("\"alertname\":\"BodyTooLarge\"",
				"\"vigie_kind\":\"too-large\"", "\"integration\":\"large\"", "\"severity\":\"critical\"");
		assertThat(told.at("/alert/annotations/description").asString()).startsWith("The body is larger than 32 MiB");
		assertThat(told.at("/integration/team").asString()).isEqualTo("rewapp");
	}

	@Test
	void endsWhenBodiesAreTakenAgain() {
		this.sender.sends(TOO_LARGE);
		this.other.tells(0, Told.firing("a", START));
		later(Duration.ofDays(1));
		assertThat(this.sender.news()).as("nothing was taken").containsExactly("alert.fired", "alert.fired");
		this.sender.tells(0, Told.firing("b", START));
		later(Duration.ZERO);
		assertThat(this.sender.news()).hasSize(4).endsWith("alert.fired", "alert.resolved");
		later(Duration.ofHours(1));
		assertThat(this.sender.news()).hasSize(4);
	}

	@Test
	void lastsWhileLargeAndSmallBodiesTakeTurns() {
		for (int i = 0; i < 4; i++) {
			this.sender.sends(TOO_LARGE);
			later(Duration.ofMinutes(1));
			this.sender.tells(0, Told.firing("a", START));
			later(Duration.ofMinutes(3));
		}
		assertThat(this.sender.news()).containsExactly("alert.fired", "alert.fired");
		later(Duration.ofMinutes(1));
		assertThat(this.sender.news()).hasSize(3).endsWith("alert.resolved");
		this.sender.sends(TOO_LARGE);
		assertThat(this.sender.news()).hasSize(4).endsWith("alert.fired");
	}

	private void later(Duration time) {
		this.clock.advance(time);
		this.watch.runDue();
	}

}
