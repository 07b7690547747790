package dev.vigie.alertingest.sender.pagerduty;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
class PagerdutyIntegrationTests {

	private static final JsonMapper json = JsonMapper.builder().build();

	@Autowired
	MockMvcTester http;

	private String path = "";

	private String key = "";

	@BeforeEach
	void integrate() {
		MvcTestResult result = this.http.put()
			.uri("/api/v1/integrations/events")
			.with(Tokens.by("ada", "config:write"))
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"type\": \"pagerduty\"}")
			.exchange();
		this.path = URI.create(Sender.body(result).get("url").asString()).getPath();
		String[] segments = this.path.split("/");
		this.key = segments[segments.length - 1];
	}

	@Test
	void answersAsPagerdutyDoes() {
		JsonNode responses = json.readTree(Fixtures.bytes("pagerduty/responses"));
		MvcTestResult alert = enqueue("pagerduty/trigger-full");
		assertThat(alert).hasStatus(202);
		assertThat(Sender.body(alert)).isEqualTo(responses.get("202 /v2/enqueue"));
		MvcTestResult change = post("/v2/change/enqueue", keyed("pagerduty/change-event"));
		assertThat(change).hasStatus(202);
		assertThat(Sender.body(change)).isEqualTo(responses.get("202 /v2/change/enqueue"));
		MvcTestResult bad = post("/v2/enqueue", Fixtures.bytes("malformed/pagerduty-missing-fields"));
		assertThat(bad).hasStatus(400);
		assertThat(Sender.body(bad)).isEqualTo(responses.get("400"));
		MvcTestResult unknown = post("/v2/enqueue", Fixtures.bytes("pagerduty/trigger-full"));
		assertThat(unknown).hasStatus(400).bodyText().contains("Invalid routing key");
	}

	@Test
	void keyMayAlsoBeInTheAddress() {
		byte[] body = Fixtures.bytes("pagerduty/trigger-full");
		assertThat(post(this.path, body)).hasStatus(202).bodyText().contains("db01/disk");
		assertThat(post(this.path + "v2/enqueue", body)).hasStatus(202);
		assertThat(post(this.path + "v2/change/enqueue", Fixtures.bytes("pagerduty/change-event"))).hasStatus(202);
	}

	@DisplayName("Check 3: a mixed group to the PagerDuty or Opsgenie endpoint is an update, no second page")
	@Test
	void mixedGroupIsAnUpdateAndNeverASecondPage() {
		enqueue("alertmanager/pagerduty-trigger");
		String mixed = new String(keyed("alertmanager/pagerduty-trigger"), StandardCharsets.UTF_8)
			.replace("[FIRING:2]", "[FIRING:1, RESOLVED:1]")
			.replace("\"num_resolved\":\"0\"", "\"num_resolved\":\"1\"");
		assertThat(post("/v2/enqueue", mixed.getBytes(StandardCharsets.UTF_8))).hasStatus(202);
		assertThat(news()).containsExactly("alert.fired", "alert.updated");
		enqueue("alertmanager/pagerduty-resolve");
		assertThat(news()).containsExactly("alert.fired", "alert.updated", "alert.resolved");
	}

	@DisplayName("Check 17: what is said of an unknown key or alias is taken and opens nothing")
	@Test
	void acknowledgingOrResolvingAnUnknownKeyOpensNothing() {
		assertThat(enqueue("pagerduty/acknowledge")).hasStatus(202);
		assertThat(enqueue("pagerduty/resolve")).hasStatus(202);
		assertThat(news()).isEmpty();
	}

	@Test
	void acknowledgedAndResolvedAreToldAndTheKeyOpensAgain() {
		for (String fixture : List.of("trigger-full", "acknowledge", "resolve", "trigger-full")) {
			assertThat(enqueue("pagerduty/" + fixture)).hasStatus(202);
		}
		assertThat(news()).containsExactly("alert.fired", "alert.acknowledged", "alert.resolved", "alert.fired");
	}

	@Test
	void eventThatIsTooLongIsRefused() {
		assertThat(
				post("/v2/enqueue", ("{\"x\": \"" + "x".repeat(1024 * 1024) + "\"}").getBytes(StandardCharsets.UTF_8)))
			.hasStatus(413);
	}

	private MvcTestResult enqueue(String fixture) {
		return post("/v2/enqueue", keyed(fixture));
	}

	private byte[] keyed(String fixture) {
		return new String(Fixtures.bytes(fixture), StandardCharsets.UTF_8)
			.replaceFirst("(\"routing_key\": ?)\"\\w+\"", "$1\"" + this.key + "\"")
			.getBytes(StandardCharsets.UTF_8);
	}

	private MvcTestResult post(String uri, byte[] body) {
		return this.http.post().uri(uri).contentType(MediaType.TEXT_PLAIN).content(body).exchange();
	}

	private List<String> news() {
		return Sender.body(this.http.get().uri("/feed?lastEventId=0").with(Tokens.by("reader", "feed:read")).exchange())
			.valueStream()
			.map((event) -> event.get("type").asString().replace("dev.vigie.", ""))
			.toList();
	}

}
