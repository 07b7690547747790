package dev.vigie.gateway.token;

import java.time.Duration;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.gateway.account.AccountFixtures;
import dev.vigie.gateway.account.Identity;
import dev.vigie.gateway.account.Role;
import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.SettableClock;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class TokenIntegrationTests {

	@Autowired
	MockMvcTester http;

	@Autowired
	AccountFixtures accounts;

	@Autowired
	TokenFixtures tokens;

	@Autowired
	SettableClock clock;

	@Autowired
	JdbcClient jdbc;

	@Test
	void tokenIsShownOnceAndStoredAsHash() {
		String bearer = this.tokens.bearer(this.accounts.account("ada", Role.RESPONDER));
		MvcTestResult created = create(bearer, "{\"name\": \"cli\", \"scopes\": [\"incidents:read\"]}");
		assertThat(created).hasStatus(HttpStatus.CREATED);
		assertThat(created).bodyJson().extractingPath("$.token").asString().startsWith("vigie_").hasSizeGreaterThan(40);
		assertThat(created).bodyJson().extractingPath("$.expiresAt").isEqualTo("2026-05-31T12:00:00Z");
		MvcTestResult listed = get("/api/v1/tokens", bearer);
		assertThat(listed).hasStatusOk().bodyText().contains("cli").doesNotContain("vigie_");
		assertThat(this.jdbc.sql("select hash from api_token where name = 'cli'").query().singleValue()).asString()
			.hasSize(64);
	}

	@Test
	void tokenOpensWhatItsScopesAndTheRoleBothAllow() {
		Identity ada = this.accounts.account("ada", Role.MANAGER);
		String bearer = this.tokens.bearer(ada, Set.of("incidents:write", "config:write"), Duration.ofDays(1));
		assertThat(get("/api/v1/me", bearer)).bodyJson()
			.extractingPath("$.scopes")
			.asArray()
			.containsExactly("config:write", "incidents:write");
		this.accounts.assign(ada, Role.RESPONDER);
		assertThat(get("/api/v1/me", bearer)).bodyJson()
			.extractingPath("$.scopes")
			.asArray()
			.containsExactly("incidents:write");
		assertThat(get("/api/v1/me", bearer)).bodyJson()
			.extractingPath("$.roles")
			.asArray()
			.containsExactly("responder");
	}

	@Test
	void wrongExpiredAndRevokedTokensAreRefused() {
		Identity ada = this.accounts.account("ada", Role.RESPONDER);
		assertUnauthorized(get("/api/v1/me", "Bearer vigie_wrong"));
		assertUnauthorized(get("/api/v1/me", "Bearer eyJhbGciOiJub25lIn0.e30."));
		assertUnauthorized(this.http.get().uri("/api/v1/me").exchange());
		String bearer = this.tokens.bearer(ada);
		assertThat(get("/api/v1/me", bearer)).hasStatusOk();
		this.clock.advance(Duration.ofDays(90));
		assertUnauthorized(get("/api/v1/me", bearer));
		String second = this.tokens.bearer(ada);
		String id = String
			.valueOf(this.jdbc.sql("select id from api_token order by created_at desc limit 1").query().singleValue());
		assertThat(this.http.delete().uri("/api/v1/tokens/" + id).header(HttpHeaders.AUTHORIZATION, second))
			.hasStatus(HttpStatus.NO_CONTENT);
		assertUnauthorized(get("/api/v1/me", second));
	}

	@Test
	void deactivatedAccountIsRefusedAtOnce() {
		Identity ada = this.accounts.account("ada", Role.RESPONDER);
		String bearer = this.tokens.bearer(ada);
		this.accounts.deactivate(ada);
		assertUnauthorized(get("/api/v1/me", bearer));
	}

	@Test
	void noTokenMakesOneThatOpensMore() {
		String bearer = this.tokens.bearer(this.accounts.account("ada", Role.RESPONDER));
		MvcTestResult refused = create(bearer, "{\"name\": \"cli\", \"scopes\": [\"config:write\"]}");
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").isEqualTo("scopes");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			scope         | {"name": "y", "scope": ["incidents:read"]}
			name          | {"name": "a\\u0000b"}
			name          | {"name": "a\\ud800"}
			account       | {"name": "y", "account": "a\\u0000b"}
			account       | {"name": "y", "account": "\\udc00"}
			scopes        | {"name": "y", "scopes": ["\\ud800"]}
			scopes        | {"name": "y", "scopes": "incidents:read"}
			expiresInDays | {"name": "y", "expiresInDays": "soon"}
			''            | ["y"]
			""")
	void nothingIsMadeOfABodyThatIsNotUnderstood(String field, String body) {
		String bearer = this.tokens.bearer(this.accounts.account("root", Role.ADMIN));
		MvcTestResult refused = create(bearer, body);
		assertThat(refused).hasStatus(HttpStatus.BAD_REQUEST).bodyText().doesNotContain("dev.vigie", "java.");
		assertThat(refused).bodyJson().extractingPath("$.errors[0].field").asString().startsWith(field);
		assertThat(this.jdbc.sql("select count(*) from api_token").query().singleValue()).isEqualTo(1L);
	}

	@Test
	void listOfAnAccountThatCannotBeIsNotFound() {
		String bearer = this.tokens.bearer(this.accounts.account("root", Role.ADMIN));
		assertThat(get("/api/v1/tokens?account=%00", bearer)).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void tokenLivesAtMostAYear() {
		String bearer = this.tokens.bearer(this.accounts.account("ada", Role.RESPONDER));
		assertThat(create(bearer, "{\"name\": \"cli\", \"expiresInDays\": 366}")).hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(create(bearer, "{\"name\": \"cli\", \"expiresInDays\": 365}")).hasStatus(HttpStatus.CREATED);
	}

	@Test
	void viewersMakeNoTokensButAdministratorsMakeThemForOthers() {
		String viewer = this.tokens.bearer(this.accounts.account("vera", Role.VIEWER));
		String admin = this.tokens.bearer(this.accounts.account("root", Role.ADMIN));
		assertThat(create(viewer, "{}")).hasStatus(HttpStatus.FORBIDDEN);
		MvcTestResult created = create(admin, "{\"name\": \"dashboard\", \"account\": \"vera\"}");
		assertThat(created).hasStatus(HttpStatus.CREATED);
		assertThat(created).bodyJson()
			.extractingPath("$.scopes")
			.asArray()
			.containsExactlyInAnyOrderElementsOf(Role.VIEWER.scopes().stream().map(Object.class::cast).toList());
		String responder = this.tokens.bearer(this.accounts.account("ada", Role.RESPONDER));
		assertThat(create(responder, "{\"name\": \"x\", \"account\": \"root\"}")).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void lastUseIsRecorded() {
		get("/api/v1/me", this.tokens.bearer(this.accounts.account("ada", Role.RESPONDER)));
		assertThat(this.jdbc.sql("select count(*) from api_token where last_used_at is not null").query().singleValue())
			.isEqualTo(1L);
	}

	private MvcTestResult get(String uri, String bearer) {
		return this.http.get().uri(uri).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
	}

	private MvcTestResult create(String bearer, String body) {
		return this.http.post()
			.uri("/api/v1/tokens")
			.header(HttpHeaders.AUTHORIZATION, bearer)
			.contentType(MediaType.APPLICATION_JSON)
			.content(body)
			.exchange();
	}

	private static void assertUnauthorized(MvcTestResult result) {
		assertThat(result).hasStatus(HttpStatus.UNAUTHORIZED).hasContentTypeCompatibleWith("application/problem+json");
		assertThat(result).bodyJson().extractingPath("$.type").isEqualTo("/problems/unauthorized");
	}

}
