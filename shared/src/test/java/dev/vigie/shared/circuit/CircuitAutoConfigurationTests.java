package dev.vigie.shared.circuit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class CircuitAutoConfigurationTests {

	private final ApplicationContextRunner program = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(CircuitAutoConfiguration.class));

	@Test
	void opensAfterHalfOfFiveCallsFailedAndShowsItWithoutFailing() {
		this.program.run((context) -> {
			CircuitBreaker circuit = context.getBean(CircuitBreakerRegistry.class).circuitBreaker("neighbour");
			SimpleMeterRegistry meters = new SimpleMeterRegistry();
			context.getBean(MeterBinder.class).bindTo(meters);
			assertThat(health(context.getBean(HealthIndicator.class)))
				.isEqualTo(Health.up().withDetail("neighbour", CircuitBreaker.State.CLOSED).build());
			for (int call = 0; call < 5; call++) {
				circuit.onError(0, circuit.getTimestampUnit(), new IllegalStateException("away"));
			}
			assertThat(health(context.getBean(HealthIndicator.class)))
				.isEqualTo(Health.up().withDetail("neighbour", CircuitBreaker.State.OPEN).build());
			assertThat(meters.get("resilience4j.circuitbreaker.state")
				.tags("name", "neighbour", "state", "open")
				.gauge()
				.value()).isOne();
		});
	}

	@Test
	void isNotThereWithoutItsLibrary() {
		this.program.withClassLoader(new FilteredClassLoader(CircuitBreakerRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(HealthIndicator.class));
	}

	private static Health health(HealthIndicator indicator) {
		return indicator.health();
	}

}
