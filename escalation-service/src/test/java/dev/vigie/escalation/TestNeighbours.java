package dev.vigie.escalation;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Puts the fakes where the program looks for its neighbours, in every integration test.
 */
@Configuration(proxyBeanMethods = false)
class TestNeighbours {

	@Bean
	FakeMailbox mailbox() {
		return new FakeMailbox();
	}

	@Bean
	FakeNeighbours neighbours() {
		return new FakeNeighbours();
	}

	@Bean
	DynamicPropertyRegistrar addresses(FakeMailbox mailbox, FakeNeighbours neighbours) {
		return (properties) -> {
			properties.add("spring.mail.host", () -> "127.0.0.1");
			properties.add("spring.mail.port", mailbox::port);
			properties.add("vigie.access.gateway", neighbours::url);
			properties.add("spring.http.serviceclient.oncall.base-url", neighbours::url);
			properties.add("spring.http.serviceclient.runbook.base-url", neighbours::url);
			properties.add("vigie.webhook.allow-private-addresses", () -> true);
			properties.add("vigie.paging.fallback-email", () -> "ops@example.org");
		};
	}

}
