package dev.vigie.alertingest.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.Denied;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;
import dev.vigie.shared.problem.Problem;
import dev.vigie.shared.problem.TooLarge;

/**
 * Receives what senders post, whatever the path: within bounds, and with a trace of what
 * was refused.
 */
@Component
public class Reception {

	private final BodyReader bodies;

	private final Deliveries deliveries;

	private final MeterRegistry meters;

	private final Map<String, Counter> counters = new ConcurrentHashMap<>();

	private final SenderGuard guard;

	Reception(BodyReader bodies, Deliveries deliveries, MeterRegistry meters, SenderGuard guard) {
		this.guard = guard;
		this.bodies = bodies;
		this.deliveries = deliveries;
		this.meters = meters;
	}

	/**
	 * Receives a body for an integration that the address or a header names.
	 * @param rest what follows the key in the path, without slashes at its ends
	 */
	public Receipt receive(IntegrationRef integration, String rest, HttpServletRequest request) {
		try {
			this.guard.check(integration, request);
		}
		catch (Denied denied) {
			this.deliveries.deny(integration, denied, request.getContentLengthLong());
			count("denied");
			throw denied;
		}
		try {
			return take(request, rest, (_) -> integration);
		}
		catch (TooLarge tooLarge) {
			this.deliveries.refuse(integration, tooLarge, request.getContentLengthLong());
			throw tooLarge;
		}
		catch (UncheckedIOException cut) {
			this.deliveries.refuse(integration, String.valueOf(cut.getMessage()), 0, Kept.NOTHING);
			throw new Invalid("", String.valueOf(cut.getMessage()));
		}
	}

	/**
	 * Receives a body that itself names its integration.
	 * @param whose finds the integration, or throws what the sender is to be answered
	 */
	public Receipt receive(HttpServletRequest request, String rest, Function<byte[], IntegrationRef> whose) {
		return take(request, rest, (body) -> {
			IntegrationRef integration = whose.apply(body);
			try {
				this.guard.check(integration, request);
			}
			catch (Denied denied) {
				this.deliveries.deny(integration, denied, body.length);
				throw denied;
			}
			return integration;
		});
	}

	private Receipt take(HttpServletRequest request, String rest, Function<byte[], IntegrationRef> whose) {
		try {
			Receipt receipt = this.bodies.withBody(request.getInputStream(), request.getContentLengthLong(),
					(body) -> this.deliveries.take(whose.apply(body), rest, SenderGuard.headers(request), body));
			count("accepted");
			return receipt;
		}
		catch (IOException cut) {
			throw new UncheckedIOException(cut);
		}
		catch (RuntimeException failure) {
			count(outcome(failure));
			throw failure;
		}
	}

	private static String outcome(RuntimeException failure) {
		return switch (failure) {
			case NotFound _ -> "unknown-key";
			case Denied _ -> "denied";
			case Problem problem when problem.status().is4xxClientError() -> "refused";
			default -> "failed";
		};
	}

	/**
	 * Counts what became of a delivery that is answered elsewhere.
	 */
	public void count(String outcome) {
		this.counters
			.computeIfAbsent(outcome, (known) -> this.meters.counter("vigie.ingest.deliveries", "outcome", known))
			.increment();
	}

}
