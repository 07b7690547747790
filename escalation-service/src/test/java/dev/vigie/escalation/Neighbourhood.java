package dev.vigie.escalation;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.springframework.stereotype.Component;

/**
 * Sets back what a test did to the neighbours, and what was learnt of them.
 */
@Component
public class Neighbourhood {

	private final FakeMailbox mailbox;

	private final FakeNeighbours neighbours;

	private final CircuitBreakerRegistry circuits;

	Neighbourhood(FakeMailbox mailbox, FakeNeighbours neighbours, CircuitBreakerRegistry circuits) {
		this.mailbox = mailbox;
		this.neighbours = neighbours;
		this.circuits = circuits;
	}

	public void reset() {
		this.mailbox.reset();
		this.neighbours.reset();
		closeCircuits();
	}

	public void closeCircuits() {
		this.circuits.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
	}

}
