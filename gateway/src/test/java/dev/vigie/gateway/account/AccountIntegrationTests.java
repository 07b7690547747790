package dev.vigie.gateway.account;

import java.net.URI;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.gateway.token.TokenFixtures;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AccountIntegrationTests {

	@Autowired
	MockMvcTester http;

	@Autowired
	AccountFixtures accounts;

	@Autowired
	TokenFixtures tokens;

	private String bearer = "";

	@BeforeEach
	void administrator() {
		this.bearer = this.tokens.bearer(this.accounts.account("root", Role.ADMIN));
	}

	@Test
	void accountIsMadeAndAssigned() {
		MvcTestResult created = send(HttpMethod.POST, "", "{\"name\": \"ada\", \"role\": \"responder\"}");
		assertThat(created).hasStatus(HttpStatus.CREATED).bodyText().contains("\"role\":\"responder\"");
		assertThat(send(HttpMethod.PUT, "/ada", "{\"role\": \"viewer\", \"person\": \"ada\", \"active\": false}"))
			.hasStatusOk()
			.bodyText()
			.contains("\"role\":\"viewer\"", "\"active\":false");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			POST |       | roles  | {"name": "ada", "role": "viewer", "roles": []}
			POST |       | name   | {"name": "a\\u0000", "role": "viewer"}
			POST |       | name   | {"name": "\\ud800", "role": "viewer"}
			POST |       | person | {"name": "ada", "role": "viewer", "person": "a\\u0000"}
			POST |       | role   | {"name": "ada"}
			PUT  | /root | activ  | {"role": "viewer", "activ": true}
			PUT  | /root | active | {"role": "viewer", "active": "perhaps"}
			""")
	void bodyThatIsNotUnderstoodIsRefused(String method, String path, String field, String body) {
		MvcTestResult refused = send(HttpMethod.valueOf(method), (path != null) ? path : "", body);
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo(field);
	}

	@ParameterizedTest
	@CsvSource({ "\"king\"", "\"a\\u0000\"", "{}", "[]" })
	void unknownRoleIsRefusedInPlainWords(String role) {
		MvcTestResult refused = send(HttpMethod.POST, "", "{\"name\": \"ada\", \"role\": %s}".formatted(role));
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("role");
		assertThat(refused).bodyText()
			.contains("viewer, responder, manager, admin")
			.doesNotContain("dev.vigie", "Role");
	}

	@Test
	void listFromAPlaceThatCannotBeIsRefused() {
		assertThat(send(HttpMethod.GET, "?after=%00", "")).hasStatus(HttpStatus.BAD_REQUEST);
	}

	@Test
	void accountThatCannotBeIsNotFound() {
		assertThat(send(HttpMethod.GET, "/Ada", "")).hasStatus(HttpStatus.NOT_FOUND);
		assertThat(send(HttpMethod.PUT, "/Ada", "{\"role\": \"viewer\"}")).hasStatus(HttpStatus.NOT_FOUND);
	}

	private MvcTestResult send(HttpMethod method, String path, String body) {
		return this.http.method(method)
			.uri(URI.create("/api/v1/accounts" + path))
			.header(HttpHeaders.AUTHORIZATION, this.bearer)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

}
