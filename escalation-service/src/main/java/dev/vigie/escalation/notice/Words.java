package dev.vigie.escalation.notice;

import java.util.UUID;

/**
 * What a notice says.
 *
 * @param thread what the beginning and the end of one thing have in common
 * @param payload the same as JSON, for programs
 */
public record Words(UUID thread, String subject, String text, String payload) {
}
