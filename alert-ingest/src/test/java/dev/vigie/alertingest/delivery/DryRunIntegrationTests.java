package dev.vigie.alertingest.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

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
class DryRunIntegrationTests {

	@Autowired
	MockMvcTester http;

	@Test
	void showsWhatAnIntegrationWouldReadAndKeepsNothing() {
		Sender sender = Sender.integratedAs(this.http, "prod");
		MvcTestResult result = post("/api/v1/integrations/prod/dry-run",
				new String(Fixtures.bytes("alertmanager/webhook-v4-mixed-group"), StandardCharsets.UTF_8));
		assertThat(result).hasStatusOk();
		assertThat(result).bodyJson().extractingPath("$.alerts.length()").isEqualTo(2);
		assertThat(result).bodyJson().extractingPath("$.alerts[*].status").asArray().contains("firing", "resolved");
		assertThat(sender.get("/api/v1/alerts", "alerts:read").get("items")).isEmpty();
		assertThat(sender.get("/api/v1/integrations/prod/deliveries", "config:read").get("items")).isEmpty();
	}

	@Test
	void showsWhatAMappingWouldReadBeforeItIsSaved() {
		MvcTestResult result = post("/api/v1/mappings/dry-run", """
				{"mapping": {"status": "body.up ? 'resolved' : 'firing'", "title": "body.name", "id": "body.name",
				             "links": {"page": "'https://status.example.net/'"}},
				 "body": {"up": false, "name": "Login"}}
				""");
		assertThat(result).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo(
					"""
							{"alerts": [{"identity": "Login", "status": "firing", "title": "Login", "labels": {"alertname": "Login"},
							             "annotations": {"summary": "Login", "page_url": "https://status.example.net/"},
							             "links": ["https://status.example.net/"], "group": "Login"}]}
							""");
	}

	@Test
	void namesTheFieldAndThePlaceInAMappingThatIsWrong() {
		assertThat(post("/api/v1/mappings/dry-run", """
				{"mapping": {"status": "true", "title": "bdy.name"}, "body": {}}
				""")).hasStatus(400).bodyJson().extractingPath("$.errors[0].field").isEqualTo("mapping.title");
		assertThat(post("/api/v1/mappings/dry-run", "{\"mapping\": {\"status\": \"true\", \"title\": \"'x'\"}}"))
			.hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0].field")
			.isEqualTo("body");
		MvcTestResult saved = this.http.put()
			.uri("/api/v1/integrations/checks")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("""
					{"type": "generic", "settings": {"mapping": {"status": "true", "title": "bdy.name"}}}
					""")
			.exchange();
		assertThat(saved).hasStatus(400)
			.bodyJson()
			.extractingPath("$.errors[0]")
			.asMap()
			.containsEntry("field", "settings.mapping.title")
			.containsEntry("reason", "1:1 undeclared reference to 'bdy' (in container '')");
	}

	@Test
	void takesABodyAsItsPresetSays() {
		MvcTestResult saved = this.http.put()
			.uri("/api/v1/integrations/bans")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\": \"generic\", \"settings\": {\"mapping\": {\"preset\": \"fail2ban\"}}}")
			.exchange();
		String url = Sender.body(saved).get("url").asString();
		assertThat(this.http.post()
			.uri(URI.create(url).getPath())
			.content("{\"action\": \"ban\", \"jail\": \"sshd\", \"ip\": \"203.0.113.7\"}")).hasStatusOk()
			.bodyJson()
			.extractingPath("$.accepted")
			.isEqualTo(1);
	}

	@Test
	void isForThoseWhoMayWriteIntegrations() {
		assertThat(
				this.http.post().uri("/api/v1/mappings/dry-run").with(Tokens.by("vera", "config:read")).content("{}"))
			.hasStatus(403);
		assertThat(post("/api/v1/integrations/none/dry-run", "{}")).hasStatus(404);
	}

	private MvcTestResult post(String uri, String body) {
		return this.http.post()
			.uri(uri)
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
