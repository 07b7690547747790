package dev.vigie.postmortem.incidents;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class ConfidentialIntegrationTests {

	private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

	private static final String ITEM = "{\"title\": \"Call the DPO\", \"owner\": \"grace\", \"dueOn\": \"2026-03-06\"}";

	@Autowired
	private MockMvcTester http;

	@Autowired
	private IncidentEvents events;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping endpoints;

	@Test
	void whatIsPrivateIsNotThereForOthersAtAnyEndpoint() {
		this.events.tellOfPrivate(42, NOON, "ada");
		String postmortem = "/api/v1/postmortems/" + only("postmortem");
		assertThat(ask(HttpMethod.POST, postmortem + "/action-items", as("ada"))).hasStatus(201);
		List<String> subjects = List.of(postmortem, "/api/v1/action-items/" + only("action_item"));
		for (String path : subjects) {
			assertThat(ask(HttpMethod.GET, path, as("ada"))).hasStatusOk();
		}
		List<Endpoint> all = subjects.stream().flatMap(this::below).toList();
		assertThat(all).hasSizeGreaterThan(6);
		for (Endpoint endpoint : all) {
			for (RequestPostProcessor outsider : List.of(as("grace"), program())) {
				MvcTestResult answer = ask(endpoint.method(), endpoint.path(), outsider);
				assertThat(answer).as(endpoint.toString()).hasStatus(404);
				assertThat(text(answer)).as(endpoint.toString()).contains("There is no ").doesNotContain("DiskFull");
			}
		}
	}

	@Test
	void whatIsPrivateIsInNoListOfOthers() {
		this.events.tellOfPrivate(42, NOON, "ada");
		ask(HttpMethod.POST, "/api/v1/postmortems/" + only("postmortem") + "/action-items", as("ada"));
		for (String path : List.of("/api/v1/postmortems", "/api/v1/postmortems?incident=42", "/api/v1/action-items",
				"/api/v1/action-items?owner=grace")) {
			assertThat(items(path, as("ada"))).as(path).isOne();
			assertThat(items(path, as("grace"))).as(path).isZero();
			assertThat(items(path, program())).as(path).isZero();
		}
	}

	@Test
	void whatBecomesPrivateIsGoneForOthersAndMayComeBack() {
		this.events.tell(42, "resolved", "P1", NOON);
		assertThat(items("/api/v1/postmortems", as("grace"))).isOne();
		this.events.tellOfPrivate(42, NOON.plusSeconds(1), "ada");
		assertThat(items("/api/v1/postmortems", as("grace"))).isZero();
		this.events.tellOfPrivate(42, NOON.plusSeconds(2), "ada", "grace");
		assertThat(items("/api/v1/postmortems", as("grace"))).isOne();
		assertThat(items("/api/v1/postmortems", as("linus"))).isZero();
		this.events.tellOfPrivate(42, NOON.plusSeconds(3));
		assertThat(items("/api/v1/postmortems", as("linus"))).isOne();
	}

	private Stream<Endpoint> below(String subject) {
		String list = subject.substring(0, subject.lastIndexOf('/'));
		return this.endpoints.getHandlerMethods()
			.keySet()
			.stream()
			.flatMap((mapping) -> mapping.getPatternValues()
				.stream()
				.filter((pattern) -> pattern.startsWith(list + "/{"))
				.flatMap((pattern) -> mapping.getMethodsCondition()
					.getMethods()
					.stream()
					.map((method) -> new Endpoint(method.asHttpMethod(),
							subject + pattern.substring(pattern.indexOf('}') + 1)))));
	}

	private MvcTestResult ask(HttpMethod method, String path, RequestPostProcessor who) {
		return this.http.method(method)
			.uri(path)
			.with(who)
			.contentType(MediaType.APPLICATION_JSON)
			.content(ITEM)
			.exchange();
	}

	private int items(String path, RequestPostProcessor who) {
		return IncidentEvents.JSON.readTree(text(ask(HttpMethod.GET, path, who))).get("items").size();
	}

	private UUID only(String table) {
		return UUID.fromString(this.jdbc.sql("select id from " + table).query(String.class).single());
	}

	private static RequestPostProcessor as(String person) {
		return Tokens.by(person, "postmortems:read", "postmortems:write");
	}

	// Other programs and machines' accounts are nobody, whatever they may read.
	private static RequestPostProcessor program() {
		return Tokens.program("grafana", "postmortems:read", "postmortems:write");
	}

	private static String text(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (UnsupportedEncodingException failure) {
			throw new IllegalStateException(failure);
		}
	}

	private record Endpoint(HttpMethod method, String path) {
	}

}
