package dev.vigie.escalation.webhook;

import java.util.UUID;

/**
 * What is posted; every attempt carries the same id, so that whoever gets it twice can
 * tell.
 *
 * @param secret what it is signed with
 * @param body JSON
 */
public record WebhookCall(UUID id, String url, String secret, String body) {
}
