package dev.vigie.alertingest.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.sender.Inbound;
import dev.vigie.alertingest.sender.Preview;
import dev.vigie.shared.problem.Invalid;

/**
 * Reads a pasted body as a delivery would be read, and keeps nothing. What proves the
 * sender is not asked for: nobody can paste a signature.
 */
@Component
class DryRun {

	private final Parsers parsers;

	private final BodyReader bodies;

	private final InstantSource clock;

	DryRun(Parsers parsers, BodyReader bodies, InstantSource clock) {
		this.parsers = parsers;
		this.bodies = bodies;
		this.clock = clock;
	}

	Preview read(IntegrationRef integration, String rest, HttpHeaders headers, byte[] body) {
		return Preview.of(this.parsers.of(integration)
			.read(new Inbound(integration, rest, headers, body, this.clock.instant().truncatedTo(ChronoUnit.MICROS))));
	}

	/**
	 * Reads a request's body within the bounds of a delivery.
	 * @param <T> what comes of it
	 */
	<T> T withBody(HttpServletRequest request, Function<byte[], T> use) {
		try {
			return this.bodies.withBody(request.getInputStream(), request.getContentLengthLong(), use);
		}
		catch (IOException | UncheckedIOException cut) {
			throw new Invalid("", "The connection was cut before the end of the body");
		}
	}

}
