package dev.vigie.escalation.channel;

import java.net.URI;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Hands messages to their channel, and spares one that does not answer.
 */
@Component
public class Courier {

	private static final Logger log = LoggerFactory.getLogger(Courier.class);

	private static final Duration CIRCUIT_PAUSE = Duration.ofSeconds(5);

	private final Map<ChannelType, Sender> senders = new EnumMap<>(ChannelType.class);

	private final Channels channels;

	private final CircuitBreakerRegistry circuits;

	private final MeterRegistry meters;

	Courier(List<Sender> senders, Channels channels, CircuitBreakerRegistry circuits, MeterRegistry meters) {
		senders.forEach((sender) -> this.senders.put(sender.type(), sender));
		this.channels = channels;
		this.circuits = circuits;
		this.meters = meters;
		circuits.circuitBreaker("email"); // seen in the health from the start
	}

	/**
	 * Where a configured channel leads now.
	 */
	public Optional<Destination> destination(String channel) {
		return this.channels.findById(channel).map(Channel::destination);
	}

	/**
	 * By what an address of a person is sent to; by nothing if nobody can.
	 * @param method the type of the contact method, for example {@code email}
	 */
	public Optional<ChannelType> sends(String method) {
		return this.senders.values()
			.stream()
			.filter(Sender::takesAddresses)
			.map(Sender::type)
			.filter((type) -> type.name().equalsIgnoreCase(method))
			.findFirst();
	}

	/**
	 * Makes one attempt. Must not be called inside a transaction.
	 */
	public Delivery deliver(Outgoing message) {
		CircuitBreaker circuit = this.circuits.circuitBreaker(circuit(message.to()));
		Delivery delivery = circuit.tryAcquirePermission() ? attempt(message, circuit)
				: new Delivery.Spared(circuit.getName(), CIRCUIT_PAUSE);
		this.meters
			.counter("vigie.deliveries", "channel", message.to().type().name().toLowerCase(Locale.ROOT), "outcome",
					delivery.getClass().getSimpleName().toLowerCase(Locale.ROOT))
			.increment();
		return delivery;
	}

	private Delivery attempt(Outgoing message, CircuitBreaker circuit) {
		long start = circuit.getCurrentTimestamp();
		Delivery delivery = send(message);
		long took = circuit.getCurrentTimestamp() - start;
		TimeUnit unit = circuit.getTimestampUnit();
		switch (delivery) {
			case Delivery.TryLater later -> circuit.onError(took, unit, new IllegalStateException(later.reason()));
			case Delivery.Delivered _, Delivery.Refused _, Delivery.Deferred _, Delivery.Spared _ ->
				circuit.onSuccess(took, unit);
		}
		return delivery;
	}

	private Delivery send(Outgoing message) {
		Sender sender = this.senders.get(message.to().type());
		if (sender == null) {
			return new Delivery.Refused("Nothing sends to " + message.to().type());
		}
		try {
			return sender.send(message);
		}
		catch (RuntimeException failure) {
			log.warn("Message {} could not be sent", message.id(), failure);
			return new Delivery.TryLater(Duration.ZERO, failure.toString());
		}
	}

	/**
	 * What keeps a destination from being asked when it fails. One mail server takes all
	 * mails; of webhooks one that is dead must not stop the others.
	 */
	public static String circuit(Destination to) {
		return switch (to.type()) {
			case EMAIL -> "email";
			case WEBHOOK -> "webhook " + URI.create(to.address()).getHost();
		};
	}

}
