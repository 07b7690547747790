package dev.vigie.alertingest.sender;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpHeaders;

import dev.vigie.alertingest.Fixtures;
import dev.vigie.alertingest.alert.AlertChange;
import dev.vigie.alertingest.integration.IntegrationRef;
import dev.vigie.alertingest.integration.IntegrationType.NoSettings;

/**
 * Gives bodies to a parser as if they had been posted to an integration of team ops.
 */
public final class Bodies {

	public static final Instant RECEIVED = Instant.parse("2026-11-21T09:00:00Z");

	private final SenderParser parser;

	private final Object settings;

	private final String rest;

	private Bodies(SenderParser parser, Object settings, String rest) {
		this.parser = parser;
		this.settings = settings;
		this.rest = rest;
	}

	public static Bodies to(SenderParser parser) {
		return new Bodies(parser, new NoSettings(), "");
	}

	public Bodies with(Object settings) {
		return new Bodies(this.parser, settings, this.rest);
	}

	public Bodies below(String rest) {
		return new Bodies(this.parser, this.settings, rest);
	}

	public Reading fixture(String name) {
		return read(Fixtures.bytes(name), Map.of());
	}

	public Reading read(String body) {
		return read(body.getBytes(StandardCharsets.UTF_8), Map.of());
	}

	public Reading read(byte[] body, Map<String, String> headers) {
		return this.parser.read(inbound(body, headers));
	}

	/**
	 * The one alert of a body.
	 */
	public AlertChange only(String body) {
		return only(read(body));
	}

	public static AlertChange only(Reading reading) {
		return reading.parts().getFirst().alerts().getFirst();
	}

	public Inbound inbound(byte[] body, Map<String, String> headers) {
		HttpHeaders all = new HttpHeaders();
		headers.forEach(all::add);
		return new Inbound(
				new IntegrationRef(UUID.randomUUID(), "test", this.parser.type(), "ops", null, this.settings),
				this.rest, all, body, RECEIVED);
	}

}
