package dev.vigie.alertingest;

import java.time.Duration;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The circuit breakers of the program. Nothing that senders wait for goes through one.
 */
@Configuration(proxyBeanMethods = false)
class CircuitsConfiguration {

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

}
