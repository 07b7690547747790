package dev.vigie.alertingest.sender;

import java.time.Instant;

import org.springframework.http.HttpHeaders;

import dev.vigie.alertingest.integration.IntegrationRef;

/**
 * One body as it came.
 *
 * @param integration whose address it came to
 * @param rest what follows the key in the path, without slashes at its ends; mostly empty
 * @param headers the request's headers
 * @param body the raw bytes
 * @param receivedAt when it came, to the microsecond
 */
public record Inbound(IntegrationRef integration, String rest, HttpHeaders headers, byte[] body, Instant receivedAt) {
}
