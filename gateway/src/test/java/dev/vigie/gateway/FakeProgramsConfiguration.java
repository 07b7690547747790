package dev.vigie.gateway;

import java.util.List;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * Puts the fake programs where the gateway looks for the real ones.
 */
@Configuration(proxyBeanMethods = false)
class FakeProgramsConfiguration {

	@Bean
	FakePrograms fakePrograms() {
		return new FakePrograms();
	}

	@Bean
	DynamicPropertyRegistrar programAddresses(FakePrograms programs) {
		return (registry) -> List
			.of("alert-ingest", "escalation-service", "oncall-service", "runbook-service", "postmortem-service")
			.forEach((name) -> registry.add("vigie.gateway.programs." + name, programs::address));
	}

}
