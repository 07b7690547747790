package dev.vigie.gateway.login;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.GatewayApplication;
import dev.vigie.gateway.account.AccountFixtures;
import dev.vigie.gateway.account.FirstAccess;
import dev.vigie.gateway.account.Identities;
import dev.vigie.gateway.account.Role;
import dev.vigie.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole sign-in over real HTTP: the browser, its client and the authorization server
 * are one program that talks to itself.
 */
class SignInIntegrationTests {

	private static final String OWN = "a password of one's own";

	private static final String INCIDENT = """
			{"number": 42, "id": "INC-42", "title": "Disk <full>", "status": "triggered", "severity": "P1",
			 "commands": ["acknowledge", "resolve"],
			 "firing": 2, "hidden": 0, "alerts": [], "runbooks": [], "triggeredAt": "2026-03-02T12:00:00Z",
			 "nextEscalationAt": "2026-03-02T12:05:00Z"}""";

	private static String address;

	private static String database;

	private static ConfigurableApplicationContext gateway;

	private static FakePrograms programs;

	@BeforeAll
	static void start() throws IOException {
		try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			address = "http://localhost:" + free.getLocalPort();
		}
		database = TestDatabase.create();
		programs = new FakePrograms();
		gateway = run();
	}

	@AfterAll
	static void stop() {
		gateway.close();
		programs.close();
	}

	private static ConfigurableApplicationContext run() {
		return GatewayApplication.builder()
			.run("--spring.config.name=gateway", "--server.port=" + URI.create(address).getPort(),
					"--vigie.access.issuer=" + address, "--spring.datasource.url=" + database,
					"--vigie.access.client-secret=a-shared-secret", "--vigie.gateway.first-start=false",
					"--vigie.gateway.programs.escalation-service=" + programs.address(),
					"--vigie.gateway.programs.runbook-service=" + programs.address());
	}

	@BeforeEach
	void empty() {
		gateway.getBean(JdbcClient.class).sql("truncate account, browser_session cascade").update();
		programs.reset();
		programs.answer("GET /api/v1/incidents", 200, "{\"items\": [" + INCIDENT + "], \"next\": null}");
	}

	@Test
	void firstAdministratorChoosesAPasswordBeforeAnythingElse() {
		FirstAccess.Access access = gateway.getBean(FirstAccess.class).prepare();
		assertThat(access.name()).isEqualTo("admin");
		Browser browser = new Browser(address);
		assertThat(browser.open("/incidents/42").uri()).hasPath("/login");
		HttpResponse<String> forced = submitLogin(browser, "admin", String.valueOf(access.password()));
		assertThat(forced.uri()).hasPath("/password");
		assertThat(browser.open("/").uri()).hasPath("/password");
		assertThat(browser.submit("/password", passwords(access.password(), "short", "short")).body())
			.contains("12 characters");
		HttpResponse<String> page = browser.submit("/password", passwords(access.password(), OWN, OWN));
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.uri()).hasPath("/");
		assertThat(page.body()).contains("INC-42", "Disk &lt;full&gt;", "Acknowledge");
		assertThat(gateway.getBean(FirstAccess.class).prepare().password()).isNull();
	}

	@Test
	void firstAccessTokenIsFreshEachTime() throws Exception {
		FirstAccess.Access first = gateway.getBean(FirstAccess.class).prepare();
		FirstAccess.Access second = gateway.getBean(FirstAccess.class).prepare();
		assertThat(second.password()).isNotNull().isNotEqualTo(first.password());
		assertThat(me(first.token())).isEqualTo(401);
		assertThat(me(second.token())).isEqualTo(200);
	}

	@Test
	void signInLeadsBackToWhereItBegan() {
		person("ada", Role.RESPONDER);
		programs.answer("GET /api/v1/incidents/42", 200, INCIDENT);
		programs.answer("GET /api/v1/incidents/42/timeline", 200, "{\"items\": []}");
		programs.answer("GET /api/v1/incidents/42/pages", 200, "{\"items\": []}");
		Browser browser = new Browser(address);
		browser.open("/incidents/42");
		HttpResponse<String> page = submitLogin(browser, "ada", OWN);
		assertThat(page.uri()).hasPath("/incidents/42");
		assertThat(page.body()).contains("INC-42");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
	}

	@Test
	void buttonsActAsThePersonAndNeedTheHiddenToken() {
		Browser browser = signedIn("ada", Role.RESPONDER);
		programs.answer("POST /api/v1/incidents/42/acknowledge", 200, INCIDENT);
		assertThat(browser.submitWithoutToken("/incidents/42/acknowledge").statusCode()).isEqualTo(403);
		browser.open("/");
		HttpResponse<String> page = browser.submit("/incidents/42/acknowledge", Map.of("from", "list"));
		assertThat(page.uri()).hasPath("/");
		assertThat(page.body()).contains("INC-42 is acknowledged.");
		FakePrograms.Received command = programs.received()
			.stream()
			.filter((request) -> request.name().startsWith("POST"))
			.findFirst()
			.orElseThrow();
		String token = String.valueOf(command.header("Authorization")).substring("Bearer ".length());
		Jwt inner = gateway.getBean(JwtDecoder.class).decode(token);
		assertThat(inner.getSubject()).isEqualTo("ada");
		assertThat(inner.getClaimAsString("scope")).contains("incidents:write");
	}

	@Test
	@DisplayName("Check 23: acknowledging twice is one acknowledgement, and without the right it is refused")
	void viewersSeeNoButtonsAndMayNotPressThem() {
		Browser browser = signedIn("vera", Role.VIEWER);
		assertThat(browser.open("/").body()).contains("INC-42").doesNotContain("Acknowledge");
		HttpResponse<String> refused = browser.submit("/incidents/42/resolve", Map.of());
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
	}

	@Test
	void deactivatedAccountLosesItsSessionAtOnce() {
		Browser browser = signedIn("ada", Role.RESPONDER);
		gateway.getBean(AccountFixtures.class)
			.deactivate(gateway.getBean(Identities.class).active("ada").orElseThrow());
		assertThat(browser.open("/").uri()).hasPath("/login");
		assertThat(submitLogin(browser, "ada", OWN).uri()).hasToString(address + "/login?wrong");
	}

	@Test
	void wrongPasswordsLockTheAccountForAWhile() {
		person("ada", Role.RESPONDER);
		Browser browser = new Browser(address);
		browser.open("/");
		for (int i = 0; i < 5; i++) {
			submitLogin(browser, "ada", "wrong");
			browser.open("/login");
		}
		assertThat(submitLogin(browser, "ada", OWN).uri()).hasToString(address + "/login?wrong");
	}

	@Test
	void nameThatCannotBeIsAWrongName() {
		Browser browser = new Browser(address);
		for (String name : List.of("a\u0000da", "\u0000", "Ada Lovelace", "x".repeat(10_000))) {
			browser.open("/login");
			assertThat(submitLogin(browser, name, "some\u0000thing").uri()).hasToString(address + "/login?wrong");
		}
	}

	@Test
	void metricsAreShownToAToken() throws Exception {
		FirstAccess.Access access = gateway.getBean(FirstAccess.class).prepare();
		URI metrics = URI.create(address + "/actuator/prometheus");
		assertThat(send(HttpRequest.newBuilder(metrics).build()).statusCode()).isEqualTo(401);
		HttpResponse<String> shown = send(
				HttpRequest.newBuilder(metrics).header("Authorization", "Bearer " + access.token()).build());
		assertThat(shown.statusCode()).isEqualTo(200);
		assertThat(shown.body()).contains("jvm_memory_used_bytes");
	}

	@Test
	void errorPageIsNotThereByItself() {
		for (String path : List.of("/error", "/%65rror", "/error?status=200")) {
			HttpResponse<String> page = new Browser(address).open(path);
			assertThat(page.statusCode()).isEqualTo(404);
			assertThat(page.body()).contains("There is nothing at this address.");
		}
	}

	@Test
	void signOutEndsConsoleAndSignIn() {
		Browser browser = signedIn("ada", Role.RESPONDER);
		assertThat(browser.submit("/logout", Map.of()).body()).contains("You are signed out.");
		assertThat(browser.open("/").uri()).hasPath("/login");
	}

	@Test
	void frenchReadersReadFrench() throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/login"))
			.header("Accept-Language", "fr-FR,fr;q=0.9,en;q=0.5")
			.build();
		assertThat(send(request).body()).contains("lang=\"fr\"", "Se connecter");
	}

	@Test
	void silentProgramIsAPageNotAProblem() {
		Browser browser = signedIn("ada", Role.RESPONDER);
		programs.answer("GET /api/v1/incidents", 503, "{}");
		HttpResponse<String> page = browser.open("/");
		assertThat(page.statusCode()).isEqualTo(503);
		assertThat(page.body()).contains("does not answer at the moment");
		HttpResponse<String> missing = browser.open("/nothing/here");
		assertThat(missing.statusCode()).isEqualTo(404);
		assertThat(missing.body()).contains("There is nothing at this address.");
	}

	@Test
	void runbookIsRenderedAndHarmless() {
		programs.answer("GET /api/v1/runbooks/disk-full", 200,
				"""
						{"name": "disk-full", "version": 3, "spec": {"title": "Disk full", "body": "# Look\\n\\n<script>x</script>"}}""");
		String page = signedIn("vera", Role.VIEWER).open("/runbooks/disk-full").body();
		assertThat(page).contains("<h1>Look</h1>", "Version 3").doesNotContain("<script");
	}

	@Test
	void authorizationWithoutProofKeyIsRefused() throws Exception {
		person("ada", Role.RESPONDER);
		String authorize = address + "/oauth2/authorize?response_type=code&client_id=vigie&scope=console&state=s"
				+ "&redirect_uri=" + address + "/login/oauth2/code/vigie";
		HttpResponse<String> answer = send(
				HttpRequest.newBuilder(URI.create(authorize)).header("Accept", "text/html").build());
		assertThat(answer.headers().firstValue("Location").orElse("")).contains("error=invalid_request")
			.contains("code_challenge");
	}

	@Test
	void programsGetLongTokensWithTheirScopes() throws Exception {
		HttpResponse<String> answer = clientCredentials("escalation-service", "a-shared-secret");
		assertThat(answer.statusCode()).isEqualTo(200);
		String token = answer.body().replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
		Jwt jwt = gateway.getBean(JwtDecoder.class).decode(token);
		assertThat(jwt.getSubject()).isEqualTo("escalation-service");
		assertThat(jwt.getClaimAsString("scope")).isEqualTo("feed:read runbooks:read schedules:read");
		assertThat(jwt.getExpiresAt()).isEqualTo(jwt.getIssuedAt().plusSeconds(12 * 3600));
		assertThat(clientCredentials("escalation-service", "wrong").statusCode()).isEqualTo(401);
		assertThat(clientCredentials("alert-ingest", "a-shared-secret").statusCode()).isEqualTo(401);
	}

	@Test
	void tokensAndSessionsOutliveARestart() throws Exception {
		Browser browser = signedIn("ada", Role.RESPONDER);
		String token = clientCredentials("postmortem-service", "a-shared-secret").body()
			.replaceAll(".*\"access_token\":\"([^\"]+)\".*", "$1");
		gateway.close();
		gateway = run();
		assertThat(gateway.getBean(JwtDecoder.class).decode(token).getSubject()).isEqualTo("postmortem-service");
		assertThat(browser.open("/").body()).contains("INC-42");
	}

	private static Browser signedIn(String name, Role role) {
		person(name, role);
		Browser browser = new Browser(address);
		browser.open("/");
		assertThat(submitLogin(browser, name, OWN).uri()).hasPath("/");
		return browser;
	}

	private static void person(String name, Role role) {
		AccountFixtures accounts = gateway.getBean(AccountFixtures.class);
		accounts.choosePassword(name, accounts.oneTimePassword(name, role), OWN);
	}

	private static HttpResponse<String> submitLogin(Browser browser, String name, String password) {
		return browser.submit("/login", Map.of("username", name, "password", password));
	}

	private static Map<String, String> passwords(String present, String chosen, String repeated) {
		return Map.of("present", present, "chosen", chosen, "repeated", repeated);
	}

	private static HttpResponse<String> clientCredentials(String client, String secret) throws Exception {
		String login = Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
		return send(HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
			.header("Authorization", "Basic " + login)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
			.build());
	}

	private static int me(String token) throws Exception {
		return send(HttpRequest.newBuilder(URI.create(address + "/api/v1/me"))
			.header("Authorization", "Bearer " + token)
			.build()).statusCode();
	}

	private static HttpResponse<String> send(HttpRequest request) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(request, HttpResponse.BodyHandlers.ofString());
		}
	}

}
