package dev.vigie.gateway.relay;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.gateway.FakePrograms;
import dev.vigie.gateway.account.AccountFixtures;
import dev.vigie.gateway.account.Role;
import dev.vigie.gateway.token.TokenFixtures;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AbsentProgramIntegrationTests {

	@Autowired
	MockMvcTester http;

	@Autowired
	FakePrograms programs;

	@Autowired
	AccountFixtures accounts;

	@Autowired
	TokenFixtures tokens;

	@Test
	void sendersAndCallersAreToldToComeAgain() {
		String viewer = this.tokens.bearer(this.accounts.account("vera", Role.VIEWER));
		this.programs.hangUp(true);
		try {
			assertThat(this.http.post().uri("/integrations/v1/alertmanager/key/").content("{}"))
				.hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
				.hasHeader(HttpHeaders.RETRY_AFTER, "5")
				.hasContentTypeCompatibleWith("application/problem+json")
				.bodyJson()
				.extractingPath("$.type")
				.isEqualTo("/problems/unavailable");
			assertThat(this.http.get().uri("/api/v1/incidents").header(HttpHeaders.AUTHORIZATION, viewer))
				.hasStatus(HttpStatus.SERVICE_UNAVAILABLE)
				.hasHeader(HttpHeaders.RETRY_AFTER, "5");
		}
		finally {
			this.programs.hangUp(false);
		}
	}

}
