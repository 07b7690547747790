package dev.vigie.alertingest.delivery;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

import dev.vigie.alertingest.sender.Reading;
import dev.vigie.shared.problem.Invalid;

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

	static Delivery accepted(UUID id, Instant at, Reading reading, long size) {
		return new Delivery(id, at, Outcome.ACCEPTED, null, reading.note(), reading.alerts(), size);
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

		/**
		 * @throws Invalid if there is no such outcome
		 */
		static Outcome of(String text) {
			return Stream.of(values())
				.filter((outcome) -> outcome.text().equals(text))
				.findFirst()
				.orElseThrow(() -> new Invalid("outcome", "must be accepted, refused or denied"));
		}

		@JsonValue
		String text() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
