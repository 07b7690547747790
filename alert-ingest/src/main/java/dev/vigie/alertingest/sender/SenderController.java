package dev.vigie.alertingest.sender;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

import dev.vigie.alertingest.integration.IntegrationLookup;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.shared.problem.Invalid;
import dev.vigie.shared.problem.NotFound;
import dev.vigie.shared.problem.TooLarge;

/**
 * Where senders deliver. The key in the path is the secret; the bytes are read as JSON
 * whatever their {@code Content-Type} says.
 */
@RestController
class SenderController {

	private static final Logger log = LoggerFactory.getLogger(SenderController.class);

	private final IntegrationLookup integrations;

	private final BodyReader bodies;

	private final DeliveryHandling deliveries;

	private final MeterRegistry meters;

	SenderController(IntegrationLookup integrations, BodyReader bodies, DeliveryHandling deliveries,
			MeterRegistry meters) {
		this.integrations = integrations;
		this.bodies = bodies;
		this.deliveries = deliveries;
		this.meters = meters;
	}

	@Operation(summary = "Alertmanager's webhook, payload version 4")
	@RequestMapping(path = { "/integrations/v1/{type}/{key}", "/integrations/v1/{type}/{key}/" },
			method = { RequestMethod.POST, RequestMethod.PUT })
	Accepted deliver(@PathVariable String type, @PathVariable String key, HttpServletRequest request)
			throws IOException {
		IntegrationRef integration = this.integrations.byKey(type, key).orElseThrow(() -> {
			count("unknown-key");
			log.info("Refused a delivery with an unknown key from {}", request.getRemoteAddr());
			return new NotFound("There is nothing here");
		});
		try {
			int accepted = take(integration, request.getInputStream(), request.getContentLengthLong());
			count("accepted");
			return new Accepted(accepted);
		}
		catch (RuntimeException failure) {
			count((failure instanceof Invalid || failure instanceof TooLarge) ? "refused" : "failed");
			throw failure;
		}
	}

	private int take(IntegrationRef integration, InputStream stream, long announced) {
		try {
			return this.bodies.withBody(stream, announced, (body) -> this.deliveries.take(integration, body));
		}
		catch (TooLarge tooLarge) {
			this.deliveries.refuse(integration, String.valueOf(tooLarge.getMessage()), Math.max(announced, 0), null);
			throw tooLarge;
		}
		catch (UncheckedIOException cut) {
			this.deliveries.refuse(integration, String.valueOf(cut.getMessage()), 0, null);
			throw new Invalid("", String.valueOf(cut.getMessage()));
		}
	}

	private void count(String outcome) {
		this.meters.counter("vigie.ingest.deliveries", "outcome", outcome).increment();
	}

	record Accepted(int accepted) {
	}

}
