package dev.vigie.alertingest.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.Sender;
import dev.vigie.alertingest.sender.SenderParser;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every kind of sender against every body that nobody should send.
 */
@IntegrationTest
class MalformedBodiesIntegrationTests {

	/**
	 * Settings of the types that cannot do without.
	 */
	private static final Map<String, String> SETTINGS = Map.of("sns",
			"{\"topics\": [\"arn:aws:sns:eu-central-1:123456789012:ops\"]}", "sentry", "{\"secrets\": [\"s3cret\"]}",
			"generic", "{\"mapping\": {\"status\": \"body.status\", \"title\": \"body.title\"}}");

	/**
	 * Addresses of their own below the integration's.
	 */
	private static final Map<String, List<String>> BELOW = Map.of("pagerduty",
			List.of("/v2/enqueue", "/v2/change/enqueue"), "opsgenie",
			List.of("/v2/alerts", "/v2/alerts/disk/close", "/v2/alerts/disk/notes"), "prometheus",
			List.of("/api/v2/alerts"), "victorops", List.of("/database"));

	@Autowired
	MockMvcTester http;

	@Autowired
	List<SenderParser> types;

	@Autowired
	SettableClock clock;

	@ParameterizedTest
	@MethodSource("malformed")
	void areRefusedWithAReasonAndStandInTheLog(String fixture) {
		SoftAssertions all = new SoftAssertions();
		for (SenderParser type : this.types) {
			String name = type.type().replace('_', '-');
			Sender sender = Sender.integratedAs(this.http, name, "{\"type\": \"%s\", \"settings\": %s}"
				.formatted(type.type(), SETTINGS.getOrDefault(type.type(), "{}")));
			List<String> addresses = new ArrayList<>(BELOW.getOrDefault(type.type(), List.of()));
			addresses.addFirst("");
			for (String below : addresses) {
				this.clock.advance(Duration.ofSeconds(1)); // the log's order is that of
															// time
				int before = log(sender, name).size();
				MvcTestResult result = this.http.post()
					.uri(sender.path() + below)
					.header("x-amz-sns-message-type", "Notification")
					.content(Fixtures.bytes(fixture))
					.exchange();
				JsonNode log = log(sender, name);
				all.assertThat(log).as("log of %s%s", name, below).hasSize(before + 1);
				all.assertThat(verdict(result, log.path(0))).as("%s to %s%s", fixture, name, below).isEqualTo("fine");
			}
		}
		all.assertAll();
	}

	/**
	 * What is wrong with the answer; {@code fine} if nothing is.
	 */
	private static String verdict(MvcTestResult result, JsonNode logged) {
		int status = result.getResponse().getStatus();
		String outcome = logged.path("outcome").asString("none");
		if (status < 300) {
			return outcome.equals("accepted") ? "fine" : status + " but in the log it is " + outcome;
		}
		if (status >= 500 || status < 400) {
			return "answered " + status;
		}
		String reason = logged.path("reason").asString("");
		if (outcome.equals("accepted") || reason.isBlank()) {
			return status + " but in the log it is " + outcome + " because of " + reason;
		}
		JsonNode answer = Sender.body(result);
		boolean problem = Objects.equals(result.getResponse().getContentType(), "application/problem+json");
		if (problem && status == 400) {
			JsonNode first = answer.path("errors").path(0);
			return (first.has("field") && !first.path("reason").asString("").isBlank()) ? "fine"
					: "names no field: " + answer;
		}
		return (problem ? answer.hasNonNull("detail") : answer.hasNonNull("message")) ? "fine"
				: "says nothing: " + answer;
	}

	private static JsonNode log(Sender sender, String name) {
		return sender.get("/api/v1/integrations/" + name + "/deliveries?limit=10", "config:read").get("items");
	}

	static List<String> malformed() {
		try (Stream<Path> files = Files
			.list(Path.of(Objects.requireNonNull(Fixtures.class.getResource("/fixtures/malformed")).toURI()))) {
			List<String> names = files
				.map((file) -> "malformed/" + file.getFileName().toString().replaceFirst("\\.json$", ""))
				.sorted()
				.toList();
			assertThat(names).hasSizeGreaterThanOrEqualTo(19);
			return names;
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		catch (URISyntaxException impossible) {
			throw new IllegalStateException(impossible);
		}
	}

}
