package dev.vigie.testsupport;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistrar;

/**
 * What a program finds around it in an integration test.
 */
@TestConfiguration(proxyBeanMethods = false)
class TestPlatform {

	@Bean
	@Primary
	SettableClock settableClock() {
		return new SettableClock();
	}

	@Bean
	DynamicPropertyRegistrar testDatabase() {
		String url = TestDatabase.create();
		return (registry) -> registry.add("spring.datasource.url", () -> url);
	}

}
