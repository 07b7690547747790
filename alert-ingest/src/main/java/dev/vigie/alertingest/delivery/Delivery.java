package dev.vigie.alertingest.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.sender.Reading;

/**
 * One body that a known sender delivered, and what became of it.
 *
 * @param reason why it was refused or denied
 * @param note what was changed in it
 * @param alerts how many alerts it listed
 * @param size its length in bytes
 */
record Delivery(UUID id, Instant receivedAt, Outcome outcome, @Nullable String reason, @Nullable String note,
		int alerts, long size) {

	static Delivery accepted(Instant at, Reading reading, long size) {
		return new Delivery(UUID.randomUUID(), at, Outcome.ACCEPTED, null, reading.note(), reading.alerts(), size);
	}

	static Delivery denied(Instant at, String reason, long size) {
		return new Delivery(UUID.randomUUID(), at, Outcome.DENIED, reason, null, 0, size);
	}

	static Delivery refused(Instant at, String reason, long size) {
		return new Delivery(UUID.randomUUID(), at, Outcome.REFUSED, reason, null, 0, size);
	}

	/**
	 * What became of a delivery.
	 */
	enum Outcome {

		ACCEPTED, REFUSED, DENIED;

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
