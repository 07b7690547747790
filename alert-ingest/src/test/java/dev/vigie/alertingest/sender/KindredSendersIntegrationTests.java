package dev.vigie.alertingest.sender;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class KindredSendersIntegrationTests {

	private static final byte[] GRAFANA = Fixtures.bytes("grafana/webhook-firing-two");

	@Autowired
	private MockMvcTester http;

	@DisplayName("Check 8: an end in the year 1 or in the future still fires")
	@Test
	void takesAlertsStraightFromPrometheus() {
		Sender sender = Sender.integratedAs(this.http, "prom",
				"{\"type\": \"prometheus\", \"settings\": {\"dropLabels\": [\"replica\"]}}");
		assertThat(post(sender.path() + "api/v2/alerts", Fixtures.bytes("prometheus/api-v2-alerts-batch-firing")))
			.hasStatus(200)
			.bodyJson()
			.isStrictlyEqualTo("{\"accepted\": 2}");
		assertThat(sender.news()).containsExactly("alert.fired", "alert.fired");
		JsonNode data = sender.feed(0).getFirst().get("data");
		assertThat(data.get("group").get("labels").toString()).isEqualTo("{\"alertname\":\"TargetDown\"}");
		assertThat(data.get("alert").get("labels").has("replica")).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "loki", "mimir", "thanos", "vmalert" })
	void takesAlertsFromRulersUnderTheirOwnNames(String name) {
		Sender sender = Sender.integratedAs(this.http, "prom", "{\"type\": \"prometheus\"}");
		assertThat(post(sender.path().replace("/prometheus/", "/" + name + "/") + "api/v2/alerts/",
				Fixtures.bytes("prometheus/api-v2-alerts-batch-firing")))
			.hasStatus(200);
	}

	@Test
	void endsWhatPrometheusSaysHasEnded() {
		Sender sender = Sender.integratedAs(this.http, "prom", "{\"type\": \"prometheus\"}");
		String body = "[{\"labels\": {\"alertname\": \"a\"}, \"startsAt\": \"2026-03-02T11:00:00Z\", \"endsAt\": \"%s\"}]";
		assertThat(sender.sends(body.formatted("2026-03-02T12:04:00Z"))).hasStatus(200);
		assertThat(sender.sends(body.formatted("2026-03-02T11:59:00Z"))).hasStatus(200);
		assertThat(sender.sends(body.formatted("2026-03-02T11:59:00Z"))).hasStatus(200);
		assertThat(sender.news()).containsExactly("alert.fired", "alert.resolved");
	}

	@Test
	void refusesSettingsThatCannotBe() {
		assertThat(this.http.put()
			.uri("/api/v1/integrations/bad")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\": \"grafana\", \"settings\": {\"hmac\": {\"secrets\": []}}}")).hasStatus(400)
			.bodyText()
			.contains("settings.hmac.secrets");
	}

	@Test
	void takesAVictorOpsMessageAndItsRecovery() {
		Sender sender = Sender.integratedAs(this.http, "vo", "{\"type\": \"victorops\"}");
		assertThat(post(sender.path() + "dba", Fixtures.bytes("alertmanager/victorops-critical"))).hasStatus(200);
		assertThat(post(sender.path() + "dba",
				new String(Fixtures.bytes("alertmanager/victorops-critical"), StandardCharsets.UTF_8)
					.replace("CRITICAL", "RECOVERY")
					.getBytes(StandardCharsets.UTF_8)))
			.hasStatus(200);
		assertThat(sender.news()).containsExactly("alert.fired", "alert.resolved");
		assertThat(sender.feed(1).getFirst().get("data").get("alert").get("labels").get("severity").asString())
			.isEqualTo("critical");
	}

	@Test
	void takesTheIncidentIoReceiverUnderItsOwnName() {
		Sender sender = Sender.integratedAs(this.http, "prod");
		assertThat(post(sender.path().replace("/alertmanager/", "/incidentio/"),
				Fixtures.bytes("alertmanager/incidentio-v1")))
			.hasStatus(200);
		assertThat(sender.news()).containsExactly("alert.fired", "alert.fired");
	}

	@ParameterizedTest
	@CsvSource({ "grafana, ''", "grafana_alerting, ''", "grafana_alerting, /" })
	void takesGrafanaUnderTheNamesThatOnCallKnew(String name, String end) {
		Sender sender = Sender.integratedAs(this.http, "graf", "{\"type\": \"grafana\"}");
		String path = sender.path().replace("/grafana/", "/" + name + "/");
		assertThat(post(path.substring(0, path.length() - 1) + end, Fixtures.bytes("grafana/oncall-contact-point")))
			.hasStatus(200);
		assertThat(sender.news()).containsExactly("alert.fired");
	}

	@DisplayName("Check 13: no data and data source errors are kinds of their own, an outage is one group")
	@Test
	void tellsOfAllThatADataSourceTakesWithItAsOneGroup() {
		Sender sender = Sender.integratedAs(this.http, "graf", "{\"type\": \"grafana\"}");
		for (int folder = 0; folder < 20; folder++) {
			assertThat(
					sender.sends(new String(Fixtures.bytes("grafana/webhook-datasource-error"), StandardCharsets.UTF_8)
						.replace("Platform", "Folder " + folder)
						.replace("5dde64f9d2c2f9d5", "5dde64f9d2c2f9%02x".formatted(folder))))
				.hasStatus(200);
		}
		List<JsonNode> feed = sender.feed(0);
		assertThat(feed).hasSize(20);
		assertThat(feed).extracting((event) -> event.get("subject").asString()).containsOnly(subject(feed));
		assertThat(feed.getFirst().get("data").get("alert").get("labels").get("vigie_kind").asString())
			.isEqualTo("error");
	}

	@DisplayName("Check 14: test buttons and confirmations are in the log and page nobody")
	@Test
	void showsGrafanasTestButtonAndPagesNobody() {
		Sender sender = Sender.integratedAs(this.http, "graf", "{\"type\": \"grafana\"}");
		assertThat(sender.sends(Fixtures.bytes("grafana/webhook-test-button"))).hasStatus(200)
			.bodyJson()
			.isStrictlyEqualTo("{\"accepted\": 0, \"note\": \"Grafana's test button; nobody is paged\"}");
		assertThat(sender.news()).isEmpty();
	}

	@Test
	void saysWhyAnAlertEndedThatIsNoLongerEvaluated() {
		Sender sender = Sender.integratedAs(this.http, "graf", "{\"type\": \"grafana\"}");
		sender.tells("grafana/webhook-firing-two");
		sender.tells("grafana/webhook-resolved-missing-series");
		assertThat(sender.feed(2).getFirst().get("data").get("alert").get("endReason").asString())
			.isEqualTo("no longer evaluated: MissingSeries");
	}

	@DisplayName("Check 21: a bad, missing or old signature is refused, and two secrets hold while they rotate")
	@Test
	void refusesWhatIsNotSigned() throws Exception {
		Sender sender = Sender.integratedAs(this.http, "graf",
				"{\"type\": \"grafana\", \"settings\": {\"hmac\": {\"secrets\": [\"old\", \"new\"]}}}");
		assertThat(sender.sends(GRAFANA)).hasStatus(401);
		assertThat(signed(sender, "other")).hasStatus(401);
		assertThat(sender.news()).isEmpty();
		assertThat(signed(sender, "old")).hasStatus(200);
		assertThat(signed(sender, "new")).hasStatus(200);
		assertThat(sender.news()).containsExactly("alert.fired", "alert.fired");
	}

	@Test
	void takesAFormattedWebhook() {
		Sender sender = Sender.integratedAs(this.http, "script", "{\"type\": \"formatted_webhook\"}");
		assertThat(sender.sends("{\"alert_uid\": \"a\", \"title\": \"Down\", \"state\": \"alerting\"}")).hasStatus(200);
		assertThat(sender.sends("{\"alert_uid\": \"a\", \"state\": \"ok\"}")).hasStatus(200);
		assertThat(sender.news()).containsExactly("alert.fired", "alert.resolved");
	}

	private MvcTestResult signed(Sender sender, String secret) throws Exception {
		Mac mac = Mac.getInstance("HmacSHA256");
		mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
		return this.http.post()
			.uri(sender.path())
			.header("X-Grafana-Alerting-Signature", HexFormat.of().formatHex(mac.doFinal(GRAFANA)))
			.content(GRAFANA)
			.exchange();
	}

	private MvcTestResult post(String path, byte[] body) {
		return this.http.post().uri(path).content(body).exchange();
	}

	private static String subject(List<JsonNode> feed) {
		return feed.getFirst().get("subject").asString();
	}

}
