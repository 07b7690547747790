package dev.vigie.alertingest.delivery;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.Sender.Told;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class LastDeliveriesIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	@Test
	void showWhatEachIntegrationHeardLast() {
		Sender a = Sender.integratedAs(this.http, "a");
		Sender b = Sender.integratedAs(this.http, "b");
		Sender.integratedAs(this.http, "silent");
		a.tells(0, Told.firing("1", "2026-03-01T10:00:00Z"));
		b.tells(0, Told.firing("1", "2026-03-01T10:00:00Z"));
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(b.sends("{}")).hasStatus4xxClientError();
		JsonNode all = a.get("/api/v1/deliveries/last", "config:read");
		assertThat(all.get("items")).hasSize(2);
		assertThat(all.at("/items/0/integration").asString()).isEqualTo("a");
		assertThat(all.at("/items/0/delivery/outcome").asString()).isEqualTo("accepted");
		assertThat(all.at("/items/1/delivery/outcome").asString()).isEqualTo("refused");
		assertThat(all.at("/items/1/delivery/reason").asString()).isNotBlank();
		JsonNode first = a.get("/api/v1/deliveries/last?limit=1", "config:read");
		assertThat(first.get("next").asString()).isEqualTo("a");
		assertThat(
				a.get("/api/v1/deliveries/last?limit=1&after=a", "config:read").at("/items/0/integration").asString())
			.isEqualTo("b");
	}

	@Test
	void areForThoseWhoSeeIntegrations() {
		assertThat(this.http.get().uri("/api/v1/deliveries/last").with(Tokens.by("ada", "alerts:read"))).hasStatus(403);
	}

	@Test
	void ofARemovedIntegrationAreNotShown() {
		Sender gone = Sender.integratedAs(this.http, "gone");
		gone.tells(0, Told.firing("1", "2026-03-01T10:00:00Z"));
		assertThat(this.http.delete().uri("/api/v1/integrations/gone").with(Tokens.by("ada", "config:write")))
			.hasStatus(204);
		assertThat(gone.get("/api/v1/deliveries/last", "config:read").get("items")).isEmpty();
	}

}
