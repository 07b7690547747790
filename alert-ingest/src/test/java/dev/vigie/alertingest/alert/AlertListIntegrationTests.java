package dev.vigie.alertingest.alert;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.Sender.Told;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AlertListIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Test
	void showsTheNewestFirstAPageAtATime() {
		Sender sender = Sender.integratedAs(this.http, "prod");
		sender.tells(0, Told.firing("n1", "2026-03-02T09:00:00Z"), Told.firing("n2", "2026-03-02T11:00:00Z"),
				Told.firing("n3", "2026-03-02T10:00:00Z"), Told.firing("n4", "2026-03-02T10:00:00Z"),
				Told.resolved("n5", "2026-03-02T08:00:00Z", "2026-03-02T08:30:00Z"));
		List<String> instances = new ArrayList<>();
		String after = "";
		do {
			JsonNode page = sender.get("/api/v1/alerts?status=firing&limit=1&after=" + after, "alerts:read");
			page.get("items").forEach((item) -> instances.add(item.get("labels").get("instance").asString()));
			after = page.get("next").isNull() ? "" : page.get("next").asString();
		}
		while (!after.isEmpty());
		assertThat(instances).hasSize(4).startsWith("n2").endsWith("n1").contains("n3", "n4");
		JsonNode all = sender.get("/api/v1/alerts", "alerts:read");
		assertThat(all.get("items")).hasSize(5);
		assertThat(all.get("items").get(4).get("endsAt").asString()).isEqualTo("2026-03-02T08:30:00Z");
		assertThat(all.get("items").get(4).get("integration").asString()).isEqualTo("prod");
	}

	@ParameterizedTest
	@ValueSource(strings = { "status=open", "limit=0", "limit=many", "limit=501", "after=nonsense", "after=%00" })
	void refusesWhatItDoesNotUnderstand(String query) {
		assertThat(this.http.get().uri("/api/v1/alerts?" + query).with(Tokens.by("ada", "alerts:read"))).hasStatus(400);
	}

}
