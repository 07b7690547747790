package dev.vigie.alertingest.integration;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One secret that opens an integration.
 *
 * @param text the key itself, only of the newest
 * @param prefix how it begins
 * @param expiresAt from when on it opens nothing
 * @param lastUsedAt to the minute
 */
record IntegrationKey(UUID id, UUID integration, @Nullable String text, String prefix, Instant createdAt,
		@Nullable Instant expiresAt, @Nullable Instant lastUsedAt) {

	private static final int PREFIX = 6;

	static IntegrationKey of(UUID integration, String text, Instant at) {
		return new IntegrationKey(UUID.randomUUID(), integration, text, text.substring(0, PREFIX), at, null, null);
	}

	boolean isValidAt(Instant time) {
		return this.expiresAt == null || this.expiresAt.isAfter(time);
	}

	@Override
	public String toString() {
		return "IntegrationKey[%s, %s…]".formatted(this.id, this.prefix);
	}

}
