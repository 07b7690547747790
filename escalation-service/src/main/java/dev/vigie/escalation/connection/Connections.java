package dev.vigie.escalation.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;

import org.springframework.stereotype.Component;

import dev.vigie.escalation.webhook.WebhookAnswer;
import dev.vigie.escalation.webhook.WebhookCall;
import dev.vigie.escalation.webhook.Webhooks;
import dev.vigie.shared.document.Document;

/**
 * Asks other programs for things.
 */
@Component
public class Connections {

	private static final Duration CIRCUIT_PAUSE = Duration.ofSeconds(5);

	private final ConnectionKind connections;

	private final Webhooks webhooks;

	private final CircuitBreakerRegistry circuits;

	Connections(ConnectionKind connections, Webhooks webhooks, CircuitBreakerRegistry circuits) {
		this.circuits = circuits;
		this.connections = connections;
		this.webhooks = webhooks;
	}

	public boolean isKnown(String name) {
		return this.connections.find(name).isPresent();
	}

	/**
	 * Whether it is told what private incidents are about.
	 */
	public boolean isTrusted(String name) {
		return find(name).filter((spec) -> Boolean.TRUE.equals(spec.trusted())).isPresent();
	}

	/**
	 * Makes one attempt. Must not be called inside a transaction.
	 * @param id the same at every attempt
	 */
	public Asked ask(String name, UUID id, String body) {
		Optional<ConnectionSpec> connection = find(name);
		if (connection.isEmpty()) {
			return new Asked.Refused("There is no connection " + name);
		}
		CircuitBreaker circuit = this.circuits.circuitBreaker(circuit(name));
		if (!circuit.tryAcquirePermission()) {
			return new Asked.Spared(circuit.getName(), CIRCUIT_PAUSE);
		}
		long start = circuit.getCurrentTimestamp();
		WebhookAnswer answer = this.webhooks
			.post(new WebhookCall(id, connection.get().url(), connection.get().secret(), body));
		long took = circuit.getCurrentTimestamp() - start;
		return switch (answer) {
			case WebhookAnswer.Taken taken -> {
				circuit.onSuccess(took, circuit.getTimestampUnit());
				yield new Asked.Done(Reply.link(taken.body()).orElse(null));
			}
			case WebhookAnswer.Refused(String reason) -> {
				circuit.onSuccess(took, circuit.getTimestampUnit());
				yield new Asked.Refused(reason);
			}
			case WebhookAnswer.TryLater(Duration after, String reason) -> {
				circuit.onError(took, circuit.getTimestampUnit(), new IllegalStateException(reason));
				yield new Asked.TryLater(after, reason);
			}
		};
	}

	/**
	 * What keeps a connection from being asked when it fails.
	 */
	public static String circuit(String name) {
		return "connection " + name;
	}

	private Optional<ConnectionSpec> find(String name) {
		return this.connections.find(name).map(Document::spec);
	}

}
