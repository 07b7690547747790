package dev.vigie.gateway.account;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.vigie.shared.problem.Invalid;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@IntegrationTest
class FirstStartIntegrationTests {

	private static final String TOKEN = "vigie_" + "0123456789abcdef".repeat(4);

	private static final String OTHER = "vigie_" + "fedcba9876543210".repeat(4);

	@Autowired
	MockMvcTester http;

	@Autowired
	FirstAccess access;

	@Autowired
	JdbcClient jdbc;

	@Test
	void chosenTokenOpensEverythingFromTheFirstStart() {
		start(TOKEN);
		start(TOKEN);
		assertThat(me(TOKEN)).hasStatusOk()
			.bodyJson()
			.extractingPath("$.scopes")
			.asArray()
			.containsExactlyInAnyOrderElementsOf(Role.ADMIN.scopes().stream().map(Object.class::cast).toList());
		assertThat(this.jdbc.sql("select count(*) from api_token").query().singleValue()).isEqualTo(1L);
	}

	@Test
	void tokenMayBeChosenLaterAndExchanged() {
		start("");
		assertThat(me(TOKEN)).hasStatus(HttpStatus.UNAUTHORIZED);
		start(TOKEN);
		assertThat(me(TOKEN)).hasStatusOk();
		start(OTHER);
		assertThat(me(TOKEN)).hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(me(OTHER)).hasStatusOk();
	}

	@Test
	void revokedTokenStaysRevoked() {
		start(TOKEN);
		this.jdbc.sql("update api_token set revoked_at = created_at").update();
		start(TOKEN);
		assertThat(me(TOKEN)).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void tokenThatCanBeGuessedStopsTheStart() {
		assertThatExceptionOfType(Invalid.class).isThrownBy(() -> start("vigie_secret"))
			.withMessageContaining("vigie_")
			.withMessageContaining("40");
	}

	private void start(String token) {
		new FirstStart(this.access, "", token).run(new DefaultApplicationArguments());
	}

	private MvcTestResult me(String token) {
		return this.http.get().uri("/api/v1/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + token).exchange();
	}

}
