package dev.vigie.escalation.webhook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import dev.vigie.escalation.FakeNeighbours;
import dev.vigie.escalation.Neighbourhood;
import dev.vigie.testsupport.IntegrationTest;

import static org.assertj.core.api.Assertions.assertThat;

@IntegrationTest
class WebhookIntegrationTests {

	@Autowired
	private Webhooks webhooks;

	@Autowired
	private Neighbourhood neighbourhood;

	@Autowired
	private FakeNeighbours neighbours;

	@Autowired
	private InstantSource clock;

	@BeforeEach
	void quiet() {
		this.neighbourhood.reset();
	}

	@Test
	void doesNotPostIntoItsOwnNetworkUnlessAllowed() throws Exception {
		WebhookProperties strict = new WebhookProperties(false, Duration.ofSeconds(2));
		try (CloseableHttpClient client = new WebhookConfiguration().webhookClient(strict)) {
			assertThat(new Webhooks(client, strict, this.clock).post(call())).isInstanceOfSatisfying(
					WebhookAnswer.Refused.class, (refused) -> assertThat(refused.reason()).contains("private"));
			assertThat(this.neighbours.hooks()).isEmpty();
		}
	}

	@Test
	void readsNoMoreOfAnAnswerThanItCanUse() {
		this.neighbours.hookSays("x".repeat(20_000_000));
		assertThat(this.webhooks.post(call())).isInstanceOfSatisfying(WebhookAnswer.Taken.class,
				(taken) -> assertThat(taken.body()).hasSize(65_536));
	}

	private WebhookCall call() {
		return new WebhookCall(UUID.randomUUID(), this.neighbours.hookUrl(), "0123456789abcdef", "{}");
	}

}
