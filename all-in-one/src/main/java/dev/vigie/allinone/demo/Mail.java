package dev.vigie.allinone.demo;

import java.time.Instant;

/**
 * One mail as it arrived for one address.
 *
 * @param to the address it was delivered to
 * @param subject its subject
 * @param messageId its {@code Message-ID}, the same when it was sent twice
 * @param text its body
 * @param receivedAt when it arrived
 */
record Mail(String to, String subject, String messageId, String text, Instant receivedAt) {
}
