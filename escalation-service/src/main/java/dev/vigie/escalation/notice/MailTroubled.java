package dev.vigie.escalation.notice;

import java.util.UUID;

/**
 * A notice to a mailbox was refused, or fails so often that somebody else must know;
 * heard each time, in the transaction that records it.
 */
public record MailTroubled(UUID id, String reason) {
}
