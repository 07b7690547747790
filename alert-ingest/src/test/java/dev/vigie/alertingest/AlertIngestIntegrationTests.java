package dev.vigie.alertingest;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.vigie.testsupport.IntegrationTest;
import dev.vigie.testsupport.Tokens;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class AlertIngestIntegrationTests {

	@Autowired
	private MockMvcTester http;

	@Test
	void deniesByDefault() {
		assertThat(this.http.get().uri("/api/v1/nothing")).hasStatus(401);
		assertThat(this.http.get().uri("/api/v1/nothing").with(Tokens.by("ada", "feed:read"))).hasStatus(403);
		assertThat(this.http.get().uri("/feed").with(Tokens.by("ada", "feed:read"))).hasStatus(200)
			.bodyJson()
			.isLenientlyEqualTo("[]");
	}

}
