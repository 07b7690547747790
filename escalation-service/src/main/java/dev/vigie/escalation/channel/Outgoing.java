package dev.vigie.escalation.channel;

import java.util.UUID;

/**
 * One message to one destination; every attempt carries the same id, so that whoever gets
 * it twice can tell.
 *
 * @param thread what messages about the same thing have in common
 * @param text what people read
 * @param payload the same as JSON, for programs
 */
public record Outgoing(UUID id, Destination to, UUID thread, String subject, String text, String payload) {

	/**
	 * The {@code Message-ID} of the mail.
	 */
	public static String messageId(UUID id) {
		return "<" + id + "@vigie>";
	}

}
