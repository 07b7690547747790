package dev.vigie.alertingest.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ReplayIntegrationTests {

	private static final String TWO = "alertmanager/webhook-v4-firing-two";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private SettableClock clock;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private DeliveryRetention retention;

	@Test
	void readsARefusedBodyWithTheMappingThatWasRepaired() {
		Sender sender = Sender.integratedAs(this.http, "prod", mapping("body.titel"));
		assertThat(sender.sends("{\"state\": \"firing\", \"title\": \"Disk\"}")).hasStatus(400);
		String refused = newest(sender, "prod").get("id").asString();
		assertThat(replay("prod", refused, "")).hasStatus(400);
		Sender.integratedAs(this.http, "prod", mapping("body.title"));
		MvcTestResult shown = replay("prod", refused, "?dryRun=true");
		assertThat(shown).hasStatusOk().bodyJson().extractingPath("$.reading.alerts[0].title").isEqualTo("Disk");
		assertThat(Sender.body(shown).has("delivery")).isFalse();
		assertThat(sender.news()).isEmpty();
		this.clock.advance(Duration.ofMinutes(1));
		MvcTestResult taken = replay("prod", refused, "");
		assertThat(taken).hasStatusOk().bodyJson().extractingPath("$.reading.alerts[0].title").isEqualTo("Disk");
		assertThat(sender.news()).containsExactly("alert.fired");
		JsonNode logged = newest(sender, "prod");
		assertThat(logged.get("id")).isEqualTo(Sender.body(taken).get("delivery"));
		assertThat(logged.get("outcome").asString()).isEqualTo("accepted");
		assertThat(logged.get("note").asString()).contains("ada had delivery " + refused + " read again");
	}

	@Test
	void makesNoAlertTwice() {
		Sender sender = Sender.integratedAs(this.http, "prod");
		sender.tells(TWO);
		String id = newest(sender, "prod").get("id").asString();
		assertThat(replay("prod", id, "")).hasStatusOk();
		assertThat(replay("prod", id, "")).hasStatusOk();
		assertThat(sender.news()).containsExactly("alert.fired", "alert.fired");
		assertThat(sender.get("/api/v1/alerts", "alerts:read").get("items")).hasSize(2);
	}

	@Test
	void givesAnEventWithoutAKeyTheKeyThatItsSenderWasTold() {
		Sender sender = Sender.integratedAs(this.http, "pager", "{\"type\": \"pagerduty\"}");
		MvcTestResult sent = this.http.post().uri(sender.path() + "/v2/enqueue").content("""
				{"routing_key": "x", "event_action": "trigger",
				 "payload": {"summary": "Disk", "source": "db", "severity": "error"}}""").exchange();
		MvcTestResult again = replay("pager", newest(sender, "pager").get("id").asString(), "");
		assertThat(again).bodyJson()
			.extractingPath("$.reading.alerts[0].identity")
			.isEqualTo(Sender.body(sent).get("dedup_key").asString());
		assertThat(sender.news()).containsExactly("alert.fired");
	}

	@Test
	void knowsWhatThePathAndTheHeadersSaid() {
		Sender genie = Sender.integratedAs(this.http, "genie", "{\"type\": \"opsgenie\"}");
		this.http.post()
			.uri(genie.path() + "/v2/alerts")
			.content("{\"message\": \"Disk\", \"alias\": \"d\"}")
			.exchange();
		this.clock.advance(Duration.ofSeconds(1));
		this.http.post().uri(genie.path() + "/v2/alerts/d/close?identifierType=alias").content("{}").exchange();
		assertThat(replay("genie", newest(genie, "genie").get("id").asString(), "?dryRun=true")).bodyJson()
			.extractingPath("$.reading.alerts[0].status")
			.isEqualTo("resolved");

		Sender generic = Sender.integratedAs(this.http, "prod", mapping("header['x-title']"));
		generic.sends("{\"state\": \"firing\"}".getBytes(StandardCharsets.UTF_8),
				Map.of("X-Title", "Disk", "Authorization", "Bearer s3cret", "Cookie", "s3cret", "X-Api-Key", "s3cret"));
		assertThat(replay("prod", newest(generic, "prod").get("id").asString(), "")).bodyJson()
			.extractingPath("$.reading.alerts[0].title")
			.isEqualTo("Disk");
		assertThat(this.jdbc.sql("select string_agg(headers::text, ' ') from delivery").query(String.class).single())
			.contains("x-title")
			.doesNotContain("s3cret");
	}

	@Test
	void isOfTheRawBytesForWhoMaySeeSecrets() {
		Sender sender = Sender.integratedAs(this.http, "prod");
		sender.tells(TWO);
		String uri = "/api/v1/integrations/prod/deliveries/" + newest(sender, "prod").get("id").asString() + "/body";
		MvcTestResult body = this.http.get().uri(uri).with(Tokens.by("ada", "config:write")).exchange();
		assertThat(body).hasStatusOk();
		assertThat(body.getResponse().getContentAsByteArray()).isEqualTo(Fixtures.bytes(TWO));
		assertThat(body.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).startsWith("attachment; filename=");
		assertThat(body.getResponse().getContentType()).isEqualTo("application/octet-stream");
		assertThat(this.http.get().uri(uri).with(Tokens.by("ada", "config:read"))).hasStatus(403);
		assertThat(this.http.post()
			.uri(uri.replace("/body", "/replay"))
			.with(Tokens.by("ada", "config:read", "alerts:read"))).hasStatus(403);
		Sender.integratedAs(this.http, "other");
		assertThat(this.http.get().uri(uri.replace("prod", "other")).with(Tokens.by("ada", "config:write")))
			.hasStatus(404);
	}

	@Test
	void findsWhatWasRefused() {
		Sender sender = Sender.integratedAs(this.http, "prod");
		sender.sends("{");
		sender.tells(TWO);
		sender.sends("[");
		assertThat(log(sender, "prod", "?outcome=refused&limit=1").get("items")).hasSize(1);
		assertThat(log(sender, "prod", "?outcome=refused").get("items")).hasSize(2);
		assertThat(log(sender, "prod", "?outcome=accepted").get("items")).hasSize(1);
		assertThat(log(sender, "prod", "?outcome=denied").get("items")).isEmpty();
		assertThat(this.http.get()
			.uri("/api/v1/integrations/prod/deliveries?outcome=lost")
			.with(Tokens.by("ada", "config:read"))).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("outcome");
	}

	@Test
	void keepsNoBodyWhereTheRetentionIsZeroAndYetTheLog() {
		Sender before = Sender.integratedAs(this.http, "prod");
		before.tells(TWO);
		Sender sender = Sender.integratedAs(this.http, "prod", retained("0s"));
		before.tells(TWO);
		assertThat(bodies()).isEqualTo(1);
		this.retention.runDue();
		assertThat(bodies()).isZero();
		assertThat(log(sender, "prod", "").get("items")).hasSize(2);
		assertThat(replay("prod", newest(sender, "prod").get("id").asString(), "")).hasStatus(409)
			.bodyJson()
			.extractingPath("$.type")
			.isEqualTo("/problems/no-body");
	}

	@Test
	void keepsEachIntegrationsDeliveriesAsLongAsItSays() {
		for (Map.Entry<String, String> entry : Map
			.of("short", retained("1h"), "long", retained("30d"), "usual", "{\"type\": \"alertmanager\"}", "bare",
					retained("0s"))
			.entrySet()) {
			Sender.integratedAs(this.http, entry.getKey(), entry.getValue()).tells(TWO);
		}
		this.clock.advance(Duration.ofHours(2));
		this.retention.runDue();
		assertThat(kept()).isEqualTo("bare long usual");
		this.clock.advance(Duration.ofDays(8));
		this.retention.runDue();
		assertThat(kept()).isEqualTo("long");
		this.clock.advance(Duration.ofDays(23));
		this.retention.runDue();
		assertThat(kept()).isEmpty();
	}

	private static String mapping(String title) {
		return "{\"type\": \"generic\", \"settings\": {\"mapping\": {\"status\": \"body.state\", \"title\": \"%s\"}}}"
			.formatted(title);
	}

	private static String retained(String time) {
		return "{\"type\": \"alertmanager\", \"retention\": \"%s\"}".formatted(time);
	}

	private MvcTestResult replay(String integration, String id, String query) {
		return this.http.post()
			.uri("/api/v1/integrations/" + integration + "/deliveries/" + id + "/replay" + query)
			.with(Tokens.by("ada", "config:write"))
			.exchange();
	}

	private static JsonNode log(Sender sender, String integration, String query) {
		return sender.get("/api/v1/integrations/" + integration + "/deliveries" + query, "config:read");
	}

	private static JsonNode newest(Sender sender, String integration) {
		return log(sender, integration, "").get("items").get(0);
	}

	private int bodies() {
		return this.jdbc.sql("select count(body) from delivery").query(Integer.class).single();
	}

	private String kept() {
		return this.jdbc.sql("""
				select coalesce(string_agg(distinct name, ' ' order by name), '')
				from delivery join integration on integration.id = delivery.integration_id
				""").query(String.class).single();
	}

}
