package dev.vigie.gateway.relay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.AccountFixtures;
import dev.vigie.gateway.account.Identity;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.signing.InnerTokens;
import dev.vigie.gateway.token.TokenFixtures;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class RelayIntegrationTests {

	@Autowired
	MockMvcTester http;

	@Autowired
	FakePrograms programs;

	@Autowired
	AccountFixtures accounts;

	@Autowired
	TokenFixtures tokens;

	@Autowired
	InnerTokens innerTokens;

	@Autowired
	JwtDecoder decoder;

	@BeforeEach
	void forgetRequests() {
		this.programs.reset();
	}

	static Stream<String> paths() {
		return ProgramRoute.ALL.stream().map(ProgramRoute::path);
	}

	@ParameterizedTest
	@MethodSource("paths")
	void viewersReadButChangeNothing(String path) {
		String viewer = this.tokens.bearer(this.accounts.account("vera", Role.VIEWER));
		assertThat(call(HttpMethod.GET, path, viewer)).hasStatusOk();
		for (HttpMethod method : Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.DELETE, HttpMethod.PATCH)) {
			assertThat(call(method, path + "/x", viewer)).hasStatus(HttpStatus.FORBIDDEN);
			assertThat(this.http.method(method).uri(path + "/x")).hasStatus(HttpStatus.UNAUTHORIZED)
				.hasContentTypeCompatibleWith("application/problem+json");
		}
		assertThat(this.programs.received()).hasSize(1);
	}

	@Test
	void viewersMayAskWhichRunbooksMatch() {
		String viewer = this.tokens.bearer(this.accounts.account("vera", Role.VIEWER));
		assertThat(call(HttpMethod.POST, "/api/v1/runbooks/match", viewer)).hasStatusOk();
	}

	@Test
	void viewersMayTrySeverityRules() {
		String viewer = this.tokens.bearer(this.accounts.account("vera", Role.VIEWER));
		assertThat(call(HttpMethod.POST, "/api/v1/severity-rules:test", viewer)).hasStatusOk();
	}

	@Test
	void apiTokenBecomesAShortTokenSignedHere() {
		Identity ada = this.accounts.account("ada", Role.RESPONDER);
		String bearer = this.tokens.bearer(ada, Set.of("incidents:read", "incidents:write"), Duration.ofDays(1));
		MvcTestResult answer = this.http.post()
			.uri("/api/v1/incidents/42/acknowledge?lang={lang}", "fr FR")
			.header(HttpHeaders.AUTHORIZATION, bearer)
			.header(HttpHeaders.COOKIE, "SESSION=secret")
			.header("X-Request-Id", "request-7")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"note\": \"on it\"}")
			.exchange();
		assertThat(answer).hasStatusOk().hasHeader("X-Request-Id", "request-7");
		FakePrograms.Received received = this.programs.last();
		assertThat(received.uri()).hasToString("/api/v1/incidents/42/acknowledge?lang=fr%20FR");
		assertThat(received.body()).isEqualTo("{\"note\": \"on it\"}");
		assertThat(received.header("Cookie")).isNull();
		assertThat(received.header("X-Request-Id")).isEqualTo("request-7");
		assertThat(received.header("X-Forwarded-Host")).isEqualTo("localhost:8080");
		Jwt inner = this.decoder.decode(String.valueOf(received.header("Authorization")).substring("Bearer ".length()));
		assertThat(inner.getSubject()).isEqualTo("ada");
		assertThat(inner.getClaimAsString("scope")).isEqualTo("incidents:read incidents:write");
		assertThat(inner.getClaimAsStringList("roles")).containsExactly("responder");
		assertThat(inner.getClaimAsString("person")).isEqualTo("ada");
		assertThat(Duration.between(inner.getIssuedAt(), inner.getExpiresAt())).isEqualTo(Duration.ofMinutes(5));
	}

	@Test
	void tokensSignedHereAreTakenAsFarAsTheirAccountGoes() {
		Identity ada = this.accounts.account("ada", Role.RESPONDER);
		String jwt = "Bearer "
				+ this.innerTokens.issue(new InnerTokens.Bearer("ada", null, List.of("admin"), Role.ADMIN.scopes()))
					.getToken()
					.getTokenValue();
		assertThat(call(HttpMethod.POST, "/api/v1/incidents/1/resolve", jwt)).hasStatusOk();
		assertThat(call(HttpMethod.PUT, "/api/v1/people/x", jwt)).hasStatus(HttpStatus.FORBIDDEN);
		this.accounts.deactivate(ada);
		assertThat(call(HttpMethod.GET, "/api/v1/incidents", jwt)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void senderNeedsNoCredentialAndItsBodyIsNotTouched() {
		MvcTestResult answer = this.http.post()
			.uri("/integrations/v1/alertmanager/key-1/")
			.header(HttpHeaders.AUTHORIZATION, "Bearer whatever")
			.header("X-Forwarded-For", "192.0.2.1")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED) // as curl -d says
			.content("{\"alerts\": [{\"a\": \"b&c=d%20e+f\"}]}")
			.exchange();
		assertThat(answer).hasStatusOk();
		assertThat(this.programs.last().name()).isEqualTo("POST /integrations/v1/alertmanager/key-1/");
		assertThat(this.programs.last().body()).isEqualTo("{\"alerts\": [{\"a\": \"b&c=d%20e+f\"}]}");
		assertThat(this.programs.last().header("Authorization")).isEqualTo("Bearer whatever");
		assertThat(this.programs.last().header("X-Forwarded-For")).isEqualTo("192.0.2.1, 127.0.0.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v2/enqueue", "/v2/change/enqueue", "/v2/enqueue/" })
	void senderWhoseKeyIsInItsBodyNeedsNoCredentialEither(String path) {
		this.programs.answer("POST " + path, 202, "{\"status\": \"success\"}");
		MvcTestResult answer = this.http.post()
			.uri(path)
			.contentType(MediaType.APPLICATION_FORM_URLENCODED) // as curl -d says
			.content("{\"routing_key\": \"a&b=c%20d+e\"}")
			.exchange();
		assertThat(answer).hasStatus(HttpStatus.ACCEPTED).bodyText().isEqualTo("{\"status\": \"success\"}");
		assertThat(this.programs.last().body()).isEqualTo("{\"routing_key\": \"a&b=c%20d+e\"}");
	}

	@Test
	void aCalendarHasItsKeyInItsAddressAndNeedsNoOther() {
		this.programs.answer("GET /calendars/secret.ics", 200, "BEGIN:VCALENDAR");
		assertThat(this.http.get().uri("/calendars/secret.ics").header(HttpHeaders.IF_NONE_MATCH, "\"1\""))
			.hasStatusOk()
			.bodyText()
			.isEqualTo("BEGIN:VCALENDAR");
		assertThat(this.programs.last().header("If-None-Match")).isEqualTo("\"1\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v2/nothing", "/integrations/nothing" })
	void wrongAddressOfASenderIsAProblemAndNoPage(String path) {
		assertThat(this.http.post().uri(path).content("{}")).hasStatus(HttpStatus.NOT_FOUND)
			.hasContentTypeCompatibleWith("application/problem+json");
		assertThat(this.programs.received()).isEmpty();
	}

	@Test
	void changesAreReadWithAlertsAndWrittenWithAScopeOfTheirOwn() {
		Identity ada = this.accounts.account("ada", Role.RESPONDER);
		String pipeline = this.tokens.bearer(ada, Set.of("changes:write"), Duration.ofDays(1));
		assertThat(call(HttpMethod.POST, "/api/v1/changes", pipeline)).hasStatusOk();
		assertThat(call(HttpMethod.GET, "/api/v1/changes", pipeline)).hasStatus(HttpStatus.FORBIDDEN);
		String reader = this.tokens.bearer(ada, Set.of("alerts:read"), Duration.ofDays(1));
		assertThat(call(HttpMethod.GET, "/api/v1/changes?service=shop", reader)).hasStatusOk();
		assertThat(call(HttpMethod.POST, "/api/v1/changes", reader)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void silencesAreReadWithAlertsAndWrittenByWhoeverIsOnDutyOrAppliesDocuments() {
		Identity ada = this.accounts.account("ada", Role.MANAGER);
		String reader = this.tokens.bearer(ada, Set.of("alerts:read"), Duration.ofDays(1));
		assertThat(call(HttpMethod.GET, "/api/v1/silences?state=active", reader)).hasStatusOk();
		assertThat(call(HttpMethod.POST, "/api/v1/silences/preview", reader)).hasStatusOk();
		assertThat(call(HttpMethod.POST, "/api/v1/silences", reader)).hasStatus(HttpStatus.FORBIDDEN);
		assertThat(call(HttpMethod.POST, "/api/v1/silences/a/expire", reader)).hasStatus(HttpStatus.FORBIDDEN);
		for (String scope : List.of("silences:write", "config:write")) {
			String writer = this.tokens.bearer(ada, Set.of(scope), Duration.ofDays(1));
			assertThat(call(HttpMethod.POST, "/api/v1/silences/a/expire", writer)).hasStatusOk();
			assertThat(call(HttpMethod.PUT, "/api/v1/silences/a", writer)).hasStatusOk();
			assertThat(call(HttpMethod.GET, "/api/v1/silences", writer)).hasStatus(HttpStatus.FORBIDDEN);
		}
	}

	@Test
	void whoStandsInForWhomIsWrittenByWhoeverIsOnDutyOrKeepsSchedules() {
		Identity ada = this.accounts.account("ada", Role.MANAGER);
		for (String path : List.of("/api/v1/schedules/main/overrides", "/api/v1/swaps", "/api/v1/absences")) {
			String reader = this.tokens.bearer(ada, Set.of("schedules:read"), Duration.ofDays(1));
			assertThat(call(HttpMethod.GET, path, reader)).hasStatusOk();
			assertThat(call(HttpMethod.POST, path, reader)).hasStatus(HttpStatus.FORBIDDEN);
			for (String scope : List.of("cover:write", "schedules:write")) {
				String writer = this.tokens.bearer(ada, Set.of(scope), Duration.ofDays(1));
				assertThat(call(HttpMethod.POST, path, writer)).hasStatusOk();
			}
		}
		String onDuty = this.tokens.bearer(ada, Set.of("cover:write"), Duration.ofDays(1));
		assertThat(call(HttpMethod.POST, "/api/v1/schedules/main/temporary-schedules", onDuty))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void answersOfProgramsArePassedOn() {
		this.programs.answer("POST /integrations/v1/alertmanager/unknown/", 404, "{\"status\": 404}");
		MvcTestResult answer = this.http.post().uri("/integrations/v1/alertmanager/unknown/").content("{}").exchange();
		assertThat(answer).hasStatus(HttpStatus.NOT_FOUND).bodyText().isEqualTo("{\"status\": 404}");
	}

	@Test
	void aliasesOfOpsgenieReachTheProgramAsTheyAreWritten() {
		String path = "/v2/alerts/db01%2Fdisk%20full%3F%25/close?identifierType=alias&note=a%26b";
		for (String prefix : List.of("", "/jsm/ops/integration", "/integrations/v1/opsgenie/key-1")) {
			MvcTestResult answer = this.http.post()
				.uri(URI.create(prefix + path))
				.header(HttpHeaders.AUTHORIZATION, "GenieKey key-1")
				.content("{}")
				.exchange();
			assertThat(answer).hasStatusOk();
			assertThat(this.programs.last().uri()).hasToString(prefix + path);
			assertThat(this.programs.last().header("Authorization")).isEqualTo("GenieKey key-1");
		}
	}

	@Test
	void heartbeatsReachTheProgramByEveryMethodTheyAreSentWith() {
		for (String path : List.of("/v2/heartbeats/nightly%2Fbackup/ping", "/jsm/ops/integration/v2/heartbeats/a/ping",
				"/integrations/v1/opsgenie/key-1/v2/heartbeats/a/ping",
				"/integrations/v1/alertmanager/key-1/heartbeat/", "/integrations/v1/grafana/key-1/heartbeat/backup")) {
			for (HttpMethod method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH)) {
				assertThat(this.http.method(method).uri(URI.create(path)).exchange()).hasStatusOk();
				assertThat(this.programs.last().uri()).hasToString(path);
			}
		}
	}

	@Test
	void encodedSlashesAreRefusedElsewhere() {
		assertThat(this.http.post().uri(URI.create("/integrations/v1/alertmanager/a%2Fb/")).content("{}"))
			.hasStatus(HttpStatus.BAD_REQUEST);
		assertThat(this.programs.received()).isEmpty();
	}

	@Test
	void theProgramsOwnIdOfARequestTakesThePlaceOfOurs() {
		this.programs.answerWith("X-Request-Id", "delivery-1");
		MvcTestResult answer = this.http.post().uri("/v2/alerts").content("{}").exchange();
		assertThat(answer.getResponse().getHeaders("X-Request-Id")).containsExactly("delivery-1");
	}

	@Test
	void bodyOverTheLimitIsRefusedBeforeItIsRelayed() {
		byte[] body = "x".repeat(33 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
		assertThat(this.http.put().uri("/api/v1/integrations/prod").content(body))
			.hasStatus(HttpStatus.CONTENT_TOO_LARGE)
			.hasContentTypeCompatibleWith("application/problem+json");
		assertThat(this.programs.received()).isEmpty();
	}

	@Test
	void bodyOfASenderIsPassedOnToTheProgramThatRefusesItAndKnowsWhose() {
		byte[] body = "x".repeat(33 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
		this.programs.answer("POST /integrations/v1/alertmanager/key/", 413, "{}");
		assertThat(this.http.post()
			.uri("/integrations/v1/alertmanager/key/")
			.header(HttpHeaders.EXPECT, "100-continue")
			.content(body)).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(this.programs.last().size()).isEqualTo(body.length);
		assertThat(this.programs.last().header("Expect")).isNull();
	}

	@Test
	void undeclaredPathsAreDenied() {
		String admin = this.tokens.bearer(this.accounts.account("root", Role.ADMIN));
		assertThat(this.http.get().uri("/api/v1/nothing")).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(call(HttpMethod.GET, "/api/v1/nothing", admin)).hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void metricsNeedATokenAndHealthNeedsNone() {
		Identity vera = this.accounts.account("vera", Role.VIEWER);
		assertThat(this.http.get().uri("/actuator/prometheus")).hasStatus(HttpStatus.UNAUTHORIZED)
			.hasContentTypeCompatibleWith("application/problem+json");
		assertThat(call(HttpMethod.GET, "/actuator/prometheus",
				this.tokens.bearer(vera, Set.of("incidents:read"), Duration.ofDays(1))))
			.hasStatus(HttpStatus.FORBIDDEN);
		// MockMvc has no metrics to show: that the door opens is what counts.
		assertThat(call(HttpMethod.GET, "/actuator/prometheus", this.tokens.bearer(vera)).getResponse().getStatus())
			.isNotIn(401, 403);
		assertThat(this.http.get().uri("/actuator/health")).hasStatusOk();
	}

	@Test
	void docsOfAllProgramsAreOpen() {
		assertThat(this.http.get().uri("/api/docs/oncall-service")).hasStatusOk();
		assertThat(this.programs.last().name()).isEqualTo("GET /v3/api-docs");
		assertThat(this.http.get().uri("/docs")).hasStatus3xxRedirection();
		assertThat(this.http.get().uri("/v3/api-docs/swagger-config")).hasStatusOk()
			.bodyText()
			.contains("/api/docs/alert-ingest", "/api/docs/gateway");
	}

	private MvcTestResult call(HttpMethod method, String uri, String bearer) {
		return this.http.method(method).uri(uri).header(HttpHeaders.AUTHORIZATION, bearer).exchange();
	}

}
