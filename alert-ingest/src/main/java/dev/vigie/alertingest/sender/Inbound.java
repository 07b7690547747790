package dev.vigie.alertingest.sender;

import java.time.Instant;
import java.util.UUID;

import org.springframework.http.HttpHeaders;

import dev.vigie.alertingest.integration.IntegrationRef;

/**
 * One body as it came.
 *
 * @param id of the delivery; the same when it is replayed
 * @param integration whose address it came to
 * @param rest what follows the key in the path, without slashes at its ends; mostly empty
 * @param headers the request's headers
 * @param body the raw bytes
 * @param receivedAt when it came, to the microsecond
 */
public record Inbound(UUID id, IntegrationRef integration, String rest, HttpHeaders headers, byte[] body,
		Instant receivedAt) {

	/**
	 * A body that comes for the first time.
	 */
	public Inbound(IntegrationRef integration, String rest, HttpHeaders headers, byte[] body, Instant receivedAt) {
		this(UUID.randomUUID(), integration, rest, headers, body, receivedAt);
	}

}
