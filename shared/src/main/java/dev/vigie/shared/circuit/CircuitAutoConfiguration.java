package dev.vigie.shared.circuit;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Gives a program that names the feature {@code circuits} its circuit breakers, and shows
 * their state in its health and its metrics.
 */
@AutoConfiguration
@ConditionalOnClass({ CircuitBreakerRegistry.class, TaggedCircuitBreakerMetrics.class })
class CircuitAutoConfiguration {

	@Bean
	CircuitBreakerRegistry circuitBreakers() {
		return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
			.slidingWindowSize(10)
			.minimumNumberOfCalls(5)
			.failureRateThreshold(50)
			.waitDurationInOpenState(Duration.ofSeconds(5))
			.permittedNumberOfCallsInHalfOpenState(2)
			.build());
	}

	@Bean
	MeterBinder circuitMetrics(CircuitBreakerRegistry circuits) {
		return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuits);
	}

	// An open circuit is somebody else's fault: restarting this program would not heal
	// it.
	@Bean
	HealthIndicator circuitsHealthIndicator(CircuitBreakerRegistry circuits) {
		return () -> {
			Health.Builder health = Health.up();
			circuits.getAllCircuitBreakers()
				.forEach((circuit) -> health.withDetail(circuit.getName(), circuit.getState()));
			return health.build();
		};
	}

}
